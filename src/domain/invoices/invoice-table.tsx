import { __ } from '@wordpress/i18n';
import type { Field } from '@wordpress/dataviews/wp';
import type { ReactNode } from 'react';
import { invoiceFilters, type InvoiceRow, invoiceSorting, invoiceState } from '../../contract/invoices';
import { DataList } from '../../shared/list/data-list';
import { ExportButton } from '../../shared/list/export-button';
import { ListSums } from '../../shared/list/list-sums';
import { usePages } from '../../shared/list/pages';
import { StateTabs } from '../../shared/list/state-tabs';
import { useListAddress } from '../../shared/list/use-list-address';
import type { Values } from '../../shared/list/query';
import { useRead } from '../../shared/store';
import { invoiceActions } from './actions';
import { ListFilters, type MoreFilters } from './list-filters';
import { isRare, tabLabel } from './state';

export type InvoiceFilters = Values< typeof invoiceFilters >;

interface Props {
	/** What its columns and views are kept under. */
	readonly name: string;
	readonly columns: ReadonlyArray< Field< InvoiceRow > >;
	readonly compact: readonly string[];
	readonly searchLabel: string;
	/** Whose they are, where it is one client's list. */
	readonly clientId?: number;
	/** What else it can be narrowed by; a hook. */
	readonly useMore?: (
		filters: InvoiceFilters,
		onChange: ( changes: Record< string, string > ) => void
	) => MoreFilters;
	/** Instead of the list when there is nothing at all. */
	readonly empty: ReactNode;
}

const none = (): MoreFilters => ( { chips: [], fields: null } );

/** Invoices as they are listed everywhere: tabs with counts, what they come to, sorted and searched by the server. */
export function InvoiceTable( { name, columns, compact, searchLabel, clientId, useMore = none, empty }: Props ) {
	const list = useListAddress( {
		name,
		shape: invoiceFilters,
		sorting: invoiceSorting,
		usual: { field: 'created_at', direction: 'desc' },
	} );
	const more = useMore( list.filters, list.change );
	const whose = clientId === undefined ? {} : { client_id: clientId };
	const query = { ...list.query, ...whose };
	const pages = usePages( query );
	const read = useRead( 'invoices.list', { query: { ...query, cursor: pages.cursor } } );
	const { state, ...rest } = list.filters;
	const summary = useRead( 'invoices.summary', { query: { ...rest, ...whose } } );
	const shown = summary.data?.[ state ?? 'all' ];
	return (
		<>
			<DataList
				name={ name }
				read={ read }
				pages={ pages }
				fields={ columns }
				numeric={ [ 'due', 'total' ] }
				hidden={ [ 'created_at' ] }
				wideOnly={ [ 'issue_date', 'due_date' ] }
				compact={ compact }
				sortable={ invoiceSorting.orderby.unwrap().options }
				actions={ invoiceActions }
				hrefOf={ ( invoice ) =>
					invoice.state === 'draft' ? `/invoices/${ invoice.id }/edit` : `/invoices/${ invoice.id }`
				}
				list={ list }
				searchLabel={ searchLabel }
				tabs={
					<StateTabs
						label={ __( 'Status', 'counterfoil' ) }
						current={ state ?? 'all' }
						onChange={ ( next ) => list.change( { state: next === 'all' ? '' : next } ) }
						tabs={ [
							{ id: 'all', label: __( 'All', 'counterfoil' ), tally: summary.data?.all },
							...invoiceState.options
								.filter( ( id ) => ! isRare( id ) || id === state || summary.data?.[ id ].count )
								.map( ( id ) => ( { id, label: tabLabel( id ), tally: summary.data?.[ id ] } ) ),
						] }
					/>
				}
				filters={
					<>
						<ListFilters filters={ list.filters } more={ more } onChange={ list.change } />
						<ListSums
							sums={ [
								{
									label: [ 'draft', 'void', 'invoiced', 'withdrawn' ].includes( state ?? '' )
										? __( 'Total', 'counterfoil' )
										: __( 'Invoiced', 'counterfoil' ),
									of: shown?.sums,
								},
								{ label: __( 'Outstanding', 'counterfoil' ), of: shown?.due },
							] }
						/>
					</>
				}
				tools={ ( onFailure ) => (
					<ExportButton
						id="invoices.export"
						request={ { query: { ...list.sorted, ...whose } } }
						name={ __( 'Invoices', 'counterfoil' ) }
						onFailure={ onFailure }
					/>
				) }
				empty={ empty }
			/>
		</>
	);
}
