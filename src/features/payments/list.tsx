import { Button } from '@wordpress/components';
import type { Field } from '@wordpress/dataviews/wp';
import { __, _n, sprintf } from '@wordpress/i18n';
import { paymentFilters, type PaymentRow, paymentSorting } from '../../contract/payments';
import { ClientFilter, useClientChips } from '../../domain/clients/client-filter';
import { BillClient } from '../../domain/invoices/bill-client';
import { PaymentTabs } from '../../domain/payments/payment-tabs';
import { undo } from '../../domain/payments/actions/undo';
import { formatDay } from '../../shared/dates';
import { EmptyState } from '../../shared/empty-state';
import { clientColumn } from '../../shared/list/client-column';
import { DataList } from '../../shared/list/data-list';
import { ExportButton } from '../../shared/list/export-button';
import { dayFilter } from '../../shared/list/day-filter';
import { Filters } from '../../shared/list/filters';
import { ListSums } from '../../shared/list/list-sums';
import { usePages } from '../../shared/list/pages';
import { useListAddress } from '../../shared/list/use-list-address';
import { formatMoney } from '../../shared/money';
import { Page } from '../../shared/page';
import { useRead } from '../../shared/store';

/** The bills it was for; of several, what of it is on each. */
const partsOf = ( { invoices }: PaymentRow ): string =>
	invoices
		.map( ( { number, amount } ) => ( invoices.length > 1 ? `${ number }: ${ formatMoney( amount ) }` : number ) )
		.join( ', ' );

const columns: ReadonlyArray< Field< PaymentRow > > = [
	clientColumn( partsOf ),
	{
		id: 'received_on',
		label: __( 'Date received', 'counterfoil' ),
		render: ( { item } ) => formatDay( item.received_on ),
	},
	{ id: 'method', label: __( 'Payment method', 'counterfoil' ), render: ( { item } ) => item.method },
	{
		id: 'reference',
		label: __( 'Reference', 'counterfoil' ),
		render: ( { item } ) => <span className="counterfoil-reference">{ item.reference || '–' }</span>,
	},
	{
		id: 'received',
		label: __( 'Received', 'counterfoil' ),
		render: ( { item } ) => <span className="counterfoil-money">{ formatMoney( item.received ) }</span>,
	},
	{
		id: 'refunded',
		label: __( 'Refunded', 'counterfoil' ),
		render: ( { item } ) => (
			<span className="counterfoil-money">{ item.refunded.amount > 0 ? formatMoney( item.refunded ) : '–' }</span>
		),
	},
	{
		id: 'reversed',
		label: __( 'Returned', 'counterfoil' ),
		render: ( { item } ) => (
			<span className="counterfoil-money">{ item.reversed.amount > 0 ? formatMoney( item.reversed ) : '–' }</span>
		),
	},
	{
		id: 'kept',
		label: __( 'Net', 'counterfoil' ),
		render: ( { item } ) => <strong className="counterfoil-money">{ formatMoney( item.kept ) }</strong>,
	},
];

/** Money that came, by the day on which it did. */
export default function PaymentList() {
	const list = useListAddress( {
		name: 'payments',
		shape: paymentFilters,
		sorting: paymentSorting,
		usual: { field: 'received_on', direction: 'desc' },
	} );
	const pages = usePages( list.query );
	const read = useRead( 'payments.list', { query: { ...list.query, cursor: pages.cursor } } );
	const summary = useRead( 'payments.summary', { query: list.filters } );
	const { client_id: clientId } = list.filters;
	const chips = useClientChips( clientId, undefined, list.change );
	const days = dayFilter( {
		label: __( 'Received', 'counterfoil' ),
		name: 'received',
		filters: list.filters,
		onChange: list.change,
	} );
	const count = summary.data?.count ?? 0;
	return (
		<Page title={ __( 'Payments', 'counterfoil' ) } actions={ <BillClient /> }>
			<PaymentTabs current="payments" />
			<DataList
				name="payments"
				read={ read }
				pages={ pages }
				fields={ columns }
				actions={ [ undo ] }
				numeric={ [ 'received', 'refunded', 'reversed', 'kept' ] }
				hidden={ [ 'reversed' ] }
				wideOnly={ [ 'reference', 'refunded' ] }
				compact={ [ 'received_on', 'method', 'kept' ] }
				sortable={ paymentSorting.orderby.unwrap().options }
				hrefOf={ ( { invoices: [ invoice ], client } ) =>
					invoice ? `/invoices/${ invoice.id }` : `/clients/${ client.id }`
				}
				list={ list }
				searchLabel={ __( 'Search client, invoice or reference', 'counterfoil' ) }
				filters={
					<>
						<Filters chips={ [ ...chips, ...days.chips ] }>
							<ClientFilter id={ clientId } onChange={ list.change } />
							{ days.fields }
						</Filters>
						<ListSums
							sums={ [
								{
									label: sprintf(
										/* translators: %d: number of payments */
										_n( 'Net of %d payment', 'Net of %d payments', count, 'counterfoil' ),
										count
									),
									of: summary.data?.sums,
								},
							] }
						/>
					</>
				}
				tools={ ( onFailure ) => (
					<ExportButton
						id="payments.export"
						request={ { query: list.sorted } }
						name={ __( 'Payments', 'counterfoil' ) }
						onFailure={ onFailure }
					/>
				) }
				empty={
					<EmptyState
						title={ __( 'No payments yet', 'counterfoil' ) }
						text={ __(
							'Payments that clients make online or that you record on an invoice will appear here.',
							'counterfoil'
						) }
						action={
							<Button variant="primary" href="#/invoices" __next40pxDefaultSize>
								{ __( 'View invoices', 'counterfoil' ) }
							</Button>
						}
					/>
				}
			/>
		</Page>
	);
}
