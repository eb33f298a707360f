import { Button } from '@wordpress/components';
import { useCallback } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { invoiceState } from '../../../contract/invoices';
import { boot } from '../../../shared/boot';
import { DataList } from '../../../shared/list/data-list';
import { usePages } from '../../../shared/list/pages';
import { EmptyState } from '../../../shared/empty-state';
import { invoiceActions } from '../../../domain/invoices/actions';
import { invoiceColumns } from '../../../domain/invoices/columns';
import { stateLabel } from '../../../domain/invoices/state';
import { navigate, useFilters } from '../../../shared/location';
import { StateTabs } from '../../../shared/list/state-tabs';
import { useRead } from '../../../shared/store';

/** Whose they are stands above the list. */
const columns = invoiceColumns.filter( ( { id } ) => id !== 'client' );

/** One client's invoices, newest first. */
export default function ClientInvoices( { clientId }: { readonly clientId: number } ) {
	const [ filters, setFilters ] = useFilters();
	const state = invoiceState.options.find( ( option ) => option === filters.state );
	const search = filters.search?.trim().slice( 0, 100 ) ?? '';
	const query = { client_id: clientId, state, search: search || undefined };
	const pages = usePages( query );
	const read = useRead( 'invoices.list', { query: { ...query, cursor: pages.cursor } } );
	const summary = useRead( 'invoices.summary', { query: { client_id: clientId } } );
	const onSearch = useCallback( ( text: string ) => setFilters( { search: text } ), [ setFilters ] );
	return (
		<DataList
			name="client-invoices"
			read={ read }
			pages={ pages }
			fields={ columns }
			numeric={ [ 'due', 'total' ] }
			compact={ [ 'state', 'due_date', 'total' ] }
			actions={ invoiceActions }
			onOpen={ ( invoice ) =>
				navigate( invoice.state === 'draft' ? `/invoices/${ invoice.id }/edit` : `/invoices/${ invoice.id }` )
			}
			search={ search }
			searchLabel={ __( 'Search number or amount', 'counterfoil' ) }
			onSearch={ onSearch }
			isFiltered={ search !== '' || state !== undefined }
			filters={
				<StateTabs
					label={ __( 'Status', 'counterfoil' ) }
					current={ state ?? 'all' }
					onChange={ ( next ) => setFilters( { state: next === 'all' ? '' : next } ) }
					tabs={ [
						{ id: 'all', label: __( 'All', 'counterfoil' ), tally: summary.data?.all },
						...invoiceState.options.map( ( id ) => ( {
							id,
							label: stateLabel( id ),
							tally: summary.data?.[ id ],
						} ) ),
					] }
				/>
			}
			empty={
				<EmptyState
					title={ __( 'No invoices yet', 'counterfoil' ) }
					text={ __( 'Invoices for this client will appear here.', 'counterfoil' ) }
					action={
						boot().can.bill && (
							<Button
								variant="secondary"
								href={ `#/invoices/new?client=${ clientId }` }
								__next40pxDefaultSize
							>
								{ __( 'Create first invoice', 'counterfoil' ) }
							</Button>
						)
					}
				/>
			}
		/>
	);
}
