import { Button } from '@wordpress/components';
import type { Field } from '@wordpress/dataviews/wp';
import { __, _n, _x, sprintf } from '@wordpress/i18n';
import { creditNoteFilters, type CreditNoteRow, creditNoteSorting } from '../../contract/invoices';
import { ClientFilter, useClientChips } from '../../domain/clients/client-filter';
import { openCreditNote } from '../../domain/invoices/actions/open-credit-note';
import { BillClient } from '../../domain/invoices/bill-client';
import { effectWords } from '../../domain/invoices/credit/surplus-words';
import { DocumentSections } from '../../domain/invoices/sections';
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

const columns: ReadonlyArray< Field< CreditNoteRow > > = [
	clientColumn( ( { reason } ) => reason ),
	{
		id: 'number',
		label: __( 'Number', 'counterfoil' ),
		render: ( { item } ) => <span className="counterfoil-number">{ item.number }</span>,
	},
	{
		id: 'invoice',
		label: __( 'Credits invoice', 'counterfoil' ),
		getValue: ( { item } ) => item.invoice.number,
		render: ( { item } ) => <span className="counterfoil-number">{ item.invoice.number }</span>,
	},
	{
		id: 'issue_date',
		label: __( 'Issue date', 'counterfoil' ),
		render: ( { item } ) => formatDay( item.issue_date ),
	},
	{ id: 'effect', label: __( 'Effect', 'counterfoil' ), render: ( { item } ) => effectWords( item ) },
	{
		id: 'total',
		label: _x( 'Total', 'column', 'counterfoil' ),
		render: ( { item } ) => <strong className="counterfoil-money">{ formatMoney( item.total ) }</strong>,
	},
];

/** Every credit note, newest first. */
export default function CreditNoteList() {
	const list = useListAddress( {
		name: 'credit-notes',
		shape: creditNoteFilters,
		sorting: creditNoteSorting,
		usual: { field: 'issue_date', direction: 'desc' },
	} );
	const pages = usePages( list.query );
	const read = useRead( 'credit-notes.list', { query: { ...list.query, cursor: pages.cursor } } );
	const summary = useRead( 'credit-notes.summary', { query: list.filters } );
	const { client_id: clientId } = list.filters;
	const chips = useClientChips( clientId, undefined, list.change );
	const days = dayFilter( {
		label: __( 'Issue date', 'counterfoil' ),
		name: 'issued',
		filters: list.filters,
		onChange: list.change,
	} );
	const count = summary.data?.count ?? 0;
	return (
		<Page title={ __( 'Credit notes', 'counterfoil' ) } actions={ <BillClient /> }>
			<DocumentSections current="credit-notes" />
			<DataList
				name="credit-notes"
				read={ read }
				pages={ pages }
				fields={ columns }
				numeric={ [ 'total' ] }
				wideOnly={ [ 'effect', 'invoice' ] }
				compact={ [ 'number', 'issue_date', 'total' ] }
				sortable={ creditNoteSorting.orderby.unwrap().options }
				actions={ [ openCreditNote ] }
				hrefOf={ ( { id } ) => `/credit-notes/${ id }` }
				list={ list }
				searchLabel={ __( 'Search number or client', 'counterfoil' ) }
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
										/* translators: %d: number of credit notes */
										_n(
											'Total of %d credit note',
											'Total of %d credit notes',
											count,
											'counterfoil'
										),
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
						id="credit-notes.export"
						request={ { query: list.sorted } }
						name={ __( 'Credit notes', 'counterfoil' ) }
						onFailure={ onFailure }
					/>
				) }
				empty={
					<EmptyState
						title={ __( 'No credit notes yet', 'counterfoil' ) }
						text={ __(
							'To correct or cancel a sent invoice, open it and choose Credit in its menu.',
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
