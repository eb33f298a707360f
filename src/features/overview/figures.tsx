import { __, _n, sprintf } from '@wordpress/i18n';
import type { z } from 'zod';
import type { tally } from '../../contract/common';
import type { Overview } from '../../contract/overview';
import { boot } from '../../shared/boot';
import { formatMoney } from '../../shared/money';

type Tally = z.infer< typeof tally >;

interface Props {
	readonly label: string;
	readonly tally: Tally;
	readonly href?: string;
	readonly tone?: 'bad' | 'good' | undefined;
	/** What the count counts. */
	readonly counted: ( count: number ) => string;
}

/** One figure and the list it is the sum of. Currencies stand below each other, never added. */
function Figure( { label, tally: { count, sums }, href, tone, counted }: Props ) {
	const amounts = sums.length > 0 ? sums : [ { amount: 0, currency: boot().currency } ];
	const content = (
		<>
			<span className="counterfoil-figure__label">{ label }</span>
			{ amounts.map( ( sum ) => (
				<span key={ sum.currency } className="counterfoil-figure__sum counterfoil-money">
					{ formatMoney( sum ) }
				</span>
			) ) }
			<span className="counterfoil-figure__count">{ counted( count ) }</span>
		</>
	);
	const className = `counterfoil-figure${ tone && count > 0 ? ` is-${ tone }` : '' }`;
	return href ? (
		<a className={ className } href={ href }>
			{ content }
		</a>
	) : (
		<div className={ className }>{ content }</div>
	);
}

/* translators: %d: number of invoices */
const invoices = ( count: number ) => sprintf( _n( '%d invoice', '%d invoices', count, 'counterfoil' ), count );
/* translators: %d: number of payments */
const payments = ( count: number ) => sprintf( _n( '%d payment', '%d payments', count, 'counterfoil' ), count );

export function Figures( { overview }: { readonly overview: Overview } ) {
	return (
		<div className="counterfoil-figures">
			<Figure
				label={ __( 'Overdue', 'counterfoil' ) }
				tally={ overview.overdue }
				href="#/invoices?state=overdue"
				tone="bad"
				counted={ invoices }
			/>
			<Figure
				label={ __( 'Due this week', 'counterfoil' ) }
				tally={ overview.due_this_week }
				href="#/invoices?state=due"
				counted={ invoices }
			/>
			<Figure
				label={ __( 'Failed payments', 'counterfoil' ) }
				tally={ overview.failed }
				href="#/invoices?state=due"
				tone="bad"
				counted={ payments }
			/>
			<Figure
				label={ __( 'To be paid in all', 'counterfoil' ) }
				tally={ overview.due }
				href="#/invoices?state=due"
				counted={ invoices }
			/>
			<Figure
				label={ __( 'Paid this month', 'counterfoil' ) }
				tally={ overview.paid_this_month }
				href="#/invoices?state=paid"
				tone="good"
				counted={ payments }
			/>
		</div>
	);
}
