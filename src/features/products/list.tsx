import { Button } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { BillClient } from '../../domain/invoices/bill-client';
import { productFilters, productSorting } from '../../contract/products';
import { productActions } from '../../domain/products/actions';
import { ProductTabs } from '../../domain/products/product-tabs';
import { Page } from '../../shared/page';
import { DataList } from '../../shared/list/data-list';
import { ExportButton } from '../../shared/list/export-button';
import { usePages } from '../../shared/list/pages';
import { EmptyState } from '../../shared/empty-state';
import { StateTabs } from '../../shared/list/state-tabs';
import { useListAddress } from '../../shared/list/use-list-address';
import { useRead } from '../../shared/store';
import { boot } from '../../shared/boot';
import { fields } from './fields';
import './list.scss';

/** Everything that can be billed. */
export default function ProductList() {
	const list = useListAddress( {
		name: 'products',
		shape: productFilters,
		sorting: productSorting,
		usual: { field: 'name', direction: 'asc' },
	} );
	const state = list.filters.state ?? 'active';
	const pages = usePages( list.query );
	const read = useRead( 'products.list', { query: { ...list.query, cursor: pages.cursor } } );
	const add = boot().can.bill && (
		<Button variant="secondary" href="#/products/new" __next40pxDefaultSize>
			{ __( 'Create product', 'counterfoil' ) }
		</Button>
	);
	const isEmpty = ! list.isFiltered && read.data?.items.length === 0;
	return (
		<Page
			title={ __( 'Products', 'counterfoil' ) }
			actions={
				<>
					{ add }
					<BillClient variant={ isEmpty ? 'secondary' : 'primary' } />
				</>
			}
		>
			<ProductTabs current="products" />
			<DataList
				name="products"
				read={ read }
				pages={ pages }
				fields={ fields }
				numeric={ [ 'plan_count' ] }
				compact={ [ 'prices' ] }
				actions={ productActions }
				sortable={ productSorting.orderby.unwrap().options }
				hidden={ [ 'created_at' ] }
				hrefOf={ ( { id } ) => `/products/${ id }` }
				list={ list }
				searchLabel={ __( 'Search products', 'counterfoil' ) }
				tools={ ( onFailure ) => (
					<ExportButton
						id="products.export"
						request={ { query: list.sorted } }
						name={ __( 'Products', 'counterfoil' ) }
						onFailure={ onFailure }
					/>
				) }
				tabs={
					<StateTabs
						label={ __( 'Products', 'counterfoil' ) }
						current={ state }
						onChange={ ( next ) => list.change( { state: next === 'active' ? '' : next } ) }
						tabs={ [
							{ id: 'active', label: __( 'Active', 'counterfoil' ) },
							{ id: 'archived', label: __( 'Archived', 'counterfoil' ) },
						] }
					/>
				}
				empty={
					<EmptyState
						title={ __( 'No products yet', 'counterfoil' ) }
						text={ __(
							'Products are what you sell. Each has plans: one-time or recurring prices that you can add to an invoice in two clicks.',
							'counterfoil'
						) }
						action={
							<Button variant="primary" href="#/products/new" __next40pxDefaultSize>
								{ __( 'Create your first product', 'counterfoil' ) }
							</Button>
						}
					/>
				}
			/>
		</Page>
	);
}
