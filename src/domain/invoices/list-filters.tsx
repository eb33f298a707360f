import { __ } from '@wordpress/i18n';
import type { InvoiceSelection } from '../../contract/invoices';
import { ClientFilter, useClientChips, WebsiteFilter } from '../clients/client-filter';
import { type Chip, DayRange, Filters, rangeLabel } from '../../shared/list/filters';
import type { InvoiceFilters } from './invoice-table';

interface Props {
	readonly filters: InvoiceFilters;
	/** Whose they are, where it is one client's list. */
	readonly clientId: number | undefined;
	readonly onChange: ( changes: Record< string, string > ) => void;
}

/** Figures open the list narrowed like this. */
const selections: Record< InvoiceSelection, () => string > = {
	outstanding: () => __( 'Outstanding', 'counterfoil' ),
	due_this_week: () => __( 'Due this week', 'counterfoil' ),
	payment_failed: () => __( 'Payment failed', 'counterfoil' ),
	overpaid: () => __( 'Overpaid', 'counterfoil' ),
};

/** Client, website and days; and what the list is narrowed to, with a way out of each. */
export function ListFilters( { filters, clientId: whose, onChange }: Props ) {
	const { only, client_id: chosen, website_id: websiteId } = filters;
	const clientId = whose ?? chosen;
	const { issued_from: issuedFrom, issued_to: issuedTo, due_from: dueFrom, due_to: dueTo } = filters;
	const chips: Chip[] = [
		...( only ? [ { label: selections[ only ](), onClear: () => onChange( { only: '' } ) } ] : [] ),
		...useClientChips( whose === undefined ? chosen : undefined, websiteId, onChange ),
		...( issuedFrom || issuedTo
			? [
					{
						label: rangeLabel( __( 'Issue date', 'counterfoil' ), issuedFrom, issuedTo ),
						onClear: () => onChange( { issued_from: '', issued_to: '' } ),
					},
				]
			: [] ),
		...( dueFrom || dueTo
			? [
					{
						label: rangeLabel( __( 'Due date', 'counterfoil' ), dueFrom, dueTo ),
						onClear: () => onChange( { due_from: '', due_to: '' } ),
					},
				]
			: [] ),
	];
	return (
		<Filters chips={ chips }>
			{ whose === undefined && <ClientFilter id={ clientId } onChange={ onChange } /> }
			{ clientId !== undefined && <WebsiteFilter clientId={ clientId } id={ websiteId } onChange={ onChange } /> }
			<DayRange
				label={ __( 'Issue date', 'counterfoil' ) }
				from={ issuedFrom ?? '' }
				to={ issuedTo ?? '' }
				onChange={ ( { from, to } ) =>
					onChange( {
						...( from === undefined ? {} : { issued_from: from } ),
						...( to === undefined ? {} : { issued_to: to } ),
					} )
				}
			/>
			<DayRange
				label={ __( 'Due date', 'counterfoil' ) }
				from={ dueFrom ?? '' }
				to={ dueTo ?? '' }
				onChange={ ( { from, to } ) =>
					onChange( {
						...( from === undefined ? {} : { due_from: from } ),
						...( to === undefined ? {} : { due_to: to } ),
					} )
				}
			/>
		</Filters>
	);
}
