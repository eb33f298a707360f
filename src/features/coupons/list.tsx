import { Button } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { couponFilters, couponSorting } from '../../contract/coupons';
import { couponActions } from '../../domain/coupons/actions';
import { CreateCoupon } from '../../domain/coupons/coupon-dialog';
import { BillClient } from '../../domain/invoices/bill-client';
import { ProductTabs } from '../../domain/products/product-tabs';
import { boot } from '../../shared/boot';
import { EmptyState } from '../../shared/empty-state';
import { DataList } from '../../shared/list/data-list';
import { ExportButton } from '../../shared/list/export-button';
import { usePages } from '../../shared/list/pages';
import { StateTabs } from '../../shared/list/state-tabs';
import { useListAddress } from '../../shared/list/use-list-address';
import { Page } from '../../shared/page';
import { useRead } from '../../shared/store';
import { fields } from './fields';

/** Codes that take something off a bill. */
export default function CouponList() {
	const list = useListAddress( {
		name: 'coupons',
		shape: couponFilters,
		sorting: couponSorting,
		usual: { field: 'code', direction: 'asc' },
	} );
	const [ isCreating, setCreating ] = useState( false );
	const pages = usePages( list.query );
	const read = useRead( 'coupons.list', { query: { ...list.query, cursor: pages.cursor } } );
	const isEmpty = ! list.isFiltered && read.data?.items.length === 0;
	return (
		<Page
			title={ __( 'Coupons', 'counterfoil' ) }
			actions={
				<>
					{ boot().can.bill && (
						<Button variant="secondary" onClick={ () => setCreating( true ) } __next40pxDefaultSize>
							{ __( 'Create coupon', 'counterfoil' ) }
						</Button>
					) }
					<BillClient variant={ isEmpty ? 'secondary' : 'primary' } />
				</>
			}
		>
			<ProductTabs current="coupons" />
			<DataList
				name="coupons"
				read={ read }
				pages={ pages }
				fields={ fields }
				numeric={ [ 'uses', 'taken_off' ] }
				compact={ [ 'worth', 'state', 'uses' ] }
				actions={ couponActions }
				sortable={ couponSorting.orderby.unwrap().options }
				hidden={ [ 'lasts', 'scope', 'created_at' ] }
				wideOnly={ [ 'taken_off' ] }
				hrefOf={ ( { id } ) => `/products/coupons/${ id }` }
				list={ list }
				searchLabel={ __( 'Search coupons', 'counterfoil' ) }
				tools={ ( onFailure ) => (
					<ExportButton
						id="coupons.export"
						request={ { query: list.sorted } }
						name={ __( 'Coupons', 'counterfoil' ) }
						onFailure={ onFailure }
					/>
				) }
				tabs={
					<StateTabs
						label={ __( 'Coupons', 'counterfoil' ) }
						current={ list.filters.state ?? 'active' }
						onChange={ ( next ) => list.change( { state: next === 'active' ? '' : next } ) }
						tabs={ [
							{ id: 'active', label: __( 'Active', 'counterfoil' ) },
							{ id: 'ended', label: __( 'Ended', 'counterfoil' ) },
							{ id: 'archived', label: __( 'Archived', 'counterfoil' ) },
						] }
					/>
				}
				empty={
					<NoCoupons
						onCreate={ () => setCreating( true ) }
						onShowEnded={ () => list.change( { state: 'ended' } ) }
					/>
				}
			/>
			{ isCreating && <CreateCoupon onClose={ () => setCreating( false ) } /> }
		</Page>
	);
}

/** There may be some that ended: they are a step away. */
function NoCoupons( { onCreate, onShowEnded }: { readonly onCreate: () => void; readonly onShowEnded: () => void } ) {
	const ended = useRead( 'coupons.list', { query: { state: 'ended', per_page: 1 } } );
	return (
		<EmptyState
			title={ __( 'No active coupons', 'counterfoil' ) }
			text={ __(
				'A coupon is a code that takes a percentage or an amount off an invoice, as often and as long as you allow.',
				'counterfoil'
			) }
			action={
				<>
					{ boot().can.bill && (
						<Button variant="primary" onClick={ onCreate } __next40pxDefaultSize>
							{ __( 'Create coupon', 'counterfoil' ) }
						</Button>
					) }
					{ ( ended.data?.items.length ?? 0 ) > 0 && (
						<Button variant="tertiary" onClick={ onShowEnded } __next40pxDefaultSize>
							{ __( 'View ended coupons', 'counterfoil' ) }
						</Button>
					) }
				</>
			}
		/>
	);
}
