import { __ } from '@wordpress/i18n';
import type { ReactNode } from 'react';
import type { InvoiceSelection } from '../../contract/invoices';
import { type Chip, DayRange, Filters, rangeLabel } from '../../shared/list/filters';
import type { InvoiceFilters } from './invoice-table';

/** What else a list of invoices can be narrowed by, where it is not one client's. */
export interface MoreFilters {
	readonly chips: readonly Chip[];
	readonly fields: ReactNode;
}

interface Props {
	readonly filters: InvoiceFilters;
	readonly more: MoreFilters;
	readonly onChange: ( changes: Record< string, string > ) => void;
}

/** Figures open the list narrowed like this. */
const selections: Record< InvoiceSelection, () => string > = {
	outstanding: () => __( 'Outstanding', 'counterfoil' ),
	due_this_week: () => __( 'Due this week', 'counterfoil' ),
	payment_failed: () => __( 'Payment failed', 'counterfoil' ),
	overpaid: () => __( 'Overpaid', 'counterfoil' ),
};

/** Days, and what else there is; and what the list is narrowed to, with a way out of each. */
export function ListFilters( { filters, more, onChange }: Props ) {
	const { only } = filters;
	const { issued_from: issuedFrom, issued_to: issuedTo, due_from: dueFrom, due_to: dueTo } = filters;
	const chips: Chip[] = [
		...( only ? [ { label: selections[ only ](), onClear: () => onChange( { only: '' } ) } ] : [] ),
		...more.chips,
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
			{ more.fields }
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
