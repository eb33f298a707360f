import { __, _n, sprintf } from '@wordpress/i18n';
import type { Overview } from '../../contract/reports';
import { boot } from '../../shared/boot';
import { Figure, sumsOf } from '../../shared/figure';

type Figured = Overview[ 'overdue' | 'paid_this_month' ];

interface Props {
	readonly label: string;
	readonly of: Figured;
	/** Of the list it comes from, "/invoices". */
	readonly list: string;
	/** Once there is something to count. */
	readonly tone?: 'bad' | 'good';
	/** What the count counts. */
	readonly counted: ( count: number ) => string;
}

/** What a list comes to; it opens just that list. */
function Tally( { label, of: { count, sums, query }, list, tone, counted }: Props ) {
	return (
		<Figure
			label={ label }
			values={ sumsOf( sums, boot().currency ) }
			href={ `#${ list }?${ new URLSearchParams( query as Record< string, string > ).toString() }` }
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
	const of = { list: '/invoices', counted: invoices };
	return (
		<div className="counterfoil-figures">
			<Tally { ...of } label={ __( 'Overdue', 'counterfoil' ) } of={ overview.overdue } tone="bad" />
			<Tally { ...of } label={ __( 'Due this week', 'counterfoil' ) } of={ overview.due_this_week } />
			<Tally { ...of } label={ __( 'Payment failed', 'counterfoil' ) } of={ overview.failed } tone="bad" />
			<Tally { ...of } label={ __( 'Outstanding', 'counterfoil' ) } of={ overview.outstanding } />
			<Tally
				label={ __( 'Paid this month', 'counterfoil' ) }
				of={ overview.paid_this_month }
				list="/payments"
				tone="good"
				counted={ payments }
			/>
		</div>
	);
}
