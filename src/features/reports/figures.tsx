import { __, _n, sprintf } from '@wordpress/i18n';
import type { z } from 'zod';
import type { tally } from '../../contract/common';
import type { Overview } from '../../contract/reports';
import { boot } from '../../shared/boot';
import { Figure, sumsOf } from '../../shared/figure';

interface Props {
	readonly label: string;
	readonly of: z.infer< typeof tally >;
	/** Of the list's invoices. */
	readonly state: string;
	/** Once there is something to count. */
	readonly tone?: 'bad' | 'good';
	/** What the count counts. */
	readonly counted: ( count: number ) => string;
}

/** What a list comes to. */
function Tally( { label, of: { count, sums }, state, tone, counted }: Props ) {
	return (
		<Figure
			label={ label }
			values={ sumsOf( sums, boot().currency ) }
			href={ `#/invoices?state=${ state }` }
			tone={ count > 0 ? tone : undefined }
			count={ counted( count ) }
		/>
	);
}

/* translators: %d: number of invoices */
const invoices = ( count: number ) => sprintf( _n( '%d invoice', '%d invoices', count, 'counterfoil' ), count );
/* translators: %d: number of payments */
const payments = ( count: number ) => sprintf( _n( '%d payment', '%d payments', count, 'counterfoil' ), count );

export function Figures( { overview }: { readonly overview: Overview } ) {
	const { overdue, due_this_week: dueThisWeek, failed, due, paid_this_month: paidThisMonth } = overview;
	return (
		<div className="counterfoil-figures">
			<Tally
				label={ __( 'Overdue', 'counterfoil' ) }
				of={ overdue }
				state="overdue"
				tone="bad"
				counted={ invoices }
			/>
			<Tally label={ __( 'Due this week', 'counterfoil' ) } of={ dueThisWeek } state="due" counted={ invoices } />
			<Tally
				label={ __( 'Failed payments', 'counterfoil' ) }
				of={ failed }
				state="due"
				tone="bad"
				counted={ payments }
			/>
			<Tally label={ __( 'Outstanding', 'counterfoil' ) } of={ due } state="due" counted={ invoices } />
			<Tally
				label={ __( 'Paid this month', 'counterfoil' ) }
				of={ paidThisMonth }
				state="paid"
				tone="good"
				counted={ payments }
			/>
		</div>
	);
}
