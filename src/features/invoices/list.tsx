import { Button } from '@wordpress/components';
import { useCallback } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { invoiceActions } from '../../domain/invoices/actions';
import { BillClient } from '../../domain/invoices/bill-client';
import { invoiceState } from '../../contract/invoices';
import { boot } from '../../shared/boot';
import { DataList } from '../../shared/list/data-list';
import { usePages } from '../../shared/list/pages';
import { EmptyState } from '../../shared/empty-state';
import { invoiceColumns } from '../../domain/invoices/columns';
import { stateLabel } from '../../domain/invoices/state';
import { navigate, useFilters } from '../../shared/location';
import { Page } from '../../shared/page';
import { StateTabs } from '../../shared/list/state-tabs';
import { useRead } from '../../shared/store';
import { ListFilters } from './list-filters';
import { queryOf } from './query';

/** Every invoice, newest first. What it is narrowed by stands in the address. */
export default function InvoiceList() {
	const [ filters, setFilters ] = useFilters();
	const query = queryOf( filters );
	const pages = usePages( query );
	const read = useRead( 'invoices.list', { query: { ...query, cursor: pages.cursor } } );
	const summary = useRead( 'invoices.summary', { query: { client_id: query.client_id } } );
	const onSearch = useCallback( ( text: string ) => setFilters( { search: text } ), [ setFilters ] );

	return (
		<Page
			title={ __( 'Invoices', 'counterfoil' ) }
			actions={ <BillClient variant={ summary.data?.all.count === 0 ? 'secondary' : 'primary' } /> }
		>
			<DataList
				name="invoices"
				read={ read }
				pages={ pages }
				fields={ invoiceColumns }
				numeric={ [ 'due', 'total' ] }
				compact={ [ 'number', 'state', 'total' ] }
				actions={ invoiceActions }
				onOpen={ ( invoice ) =>
					navigate(
						invoice.state === 'draft' ? `/invoices/${ invoice.id }/edit` : `/invoices/${ invoice.id }`
					)
				}
				search={ filters.search ?? '' }
				searchLabel={ __( 'Search number, client or amount', 'counterfoil' ) }
				onSearch={ onSearch }
				narrowing={ { filters, onChange: setFilters } }
				isFiltered={ Object.values( query ).some( ( value ) => value !== undefined ) }
				filters={
					<>
						<StateTabs
							label={ __( 'Status', 'counterfoil' ) }
							current={ query.state ?? 'all' }
							onChange={ ( state ) => setFilters( { state: state === 'all' ? '' : state } ) }
							tabs={ [
								{ id: 'all', label: __( 'All', 'counterfoil' ), tally: summary.data?.all },
								...invoiceState.options.map( ( state ) => ( {
									id: state,
									label: stateLabel( state ),
									tally: summary.data?.[ state ],
								} ) ),
							] }
						/>
						<ListFilters filters={ filters } onChange={ setFilters } />
					</>
				}
				empty={
					<EmptyState
						title={ __( 'No invoices yet', 'counterfoil' ) }
						text={ __(
							'Choose a client, add line items and send the invoice. Your client gets it by email and can pay it in your portal.',
							'counterfoil'
						) }
						action={
							boot().can.bill && (
								<Button variant="primary" href="#/invoices/new" __next40pxDefaultSize>
									{ __( 'Create first invoice', 'counterfoil' ) }
								</Button>
							)
						}
					/>
				}
			/>
		</Page>
	);
}
