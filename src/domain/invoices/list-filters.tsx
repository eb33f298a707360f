import { __ } from '@wordpress/i18n';
import type { ReactNode } from 'react';
import type { InvoiceSelection } from '../../contract/invoices';
import { dayFilter } from '../../shared/list/day-filter';
import { type Chip, Filters } from '../../shared/list/filters';
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
	const issued = dayFilter( { label: __( 'Issue date', 'counterfoil' ), name: 'issued', filters, onChange } );
	const due = dayFilter( { label: __( 'Due date', 'counterfoil' ), name: 'due', filters, onChange } );
	const chips: Chip[] = [
		...( only ? [ { label: selections[ only ](), onClear: () => onChange( { only: '' } ) } ] : [] ),
		...more.chips,
		...issued.chips,
		...due.chips,
	];
	return (
		<Filters chips={ chips }>
			{ more.fields }
			{ issued.fields }
			{ due.fields }
		</Filters>
	);
}
