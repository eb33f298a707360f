import { Button } from '@wordpress/components';
import { useCallback } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { BillClient } from '../../domain/invoices/bill-client';
import { productActions } from '../../domain/products/actions';
import { Page } from '../../shared/page';
import { DataList } from '../../shared/list/data-list';
import { usePages } from '../../shared/list/pages';
import { EmptyState } from '../../shared/empty-state';
import { StateTabs } from '../../shared/list/state-tabs';
import { navigate, useFilters } from '../../shared/location';
import { useRead } from '../../shared/store';
import { boot } from '../../shared/boot';
import { fields } from './fields';
import './list.scss';

/** Everything that can be billed. */
export default function ProductList() {
	const [ filters, setFilters ] = useFilters();
	const state = filters.state === 'archived' ? 'archived' : 'active';
	const search = filters.search ?? '';
	const pages = usePages( { state, search } );
	const read = useRead( 'products.list', {
		query: { state, search: search || undefined, cursor: pages.cursor },
	} );
	const onSearch = useCallback( ( text: string ) => setFilters( { search: text } ), [ setFilters ] );
	const add = boot().can.bill && (
		<Button variant="secondary" href="#/products/new" __next40pxDefaultSize>
			{ __( 'Create product', 'counterfoil' ) }
		</Button>
	);
	const isFiltered = search !== '' || state === 'archived';
	const isEmpty = ! isFiltered && read.data?.items.length === 0;
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
			<DataList
				name="products"
				read={ read }
				pages={ pages }
				fields={ fields }
				numeric={ [ 'plan_count' ] }
				compact={ [ 'prices' ] }
				actions={ productActions }
				onOpen={ ( product ) => navigate( `/products/${ product.id }` ) }
				search={ search }
				searchLabel={ __( 'Search products', 'counterfoil' ) }
				onSearch={ onSearch }
				narrowing={ { filters, onChange: setFilters } }
				isFiltered={ isFiltered }
				filters={
					<StateTabs
						label={ __( 'Products', 'counterfoil' ) }
						current={ state }
						onChange={ ( next ) => setFilters( { state: next === 'active' ? '' : next } ) }
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
