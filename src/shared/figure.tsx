import type { Money } from '../contract/common';
import { formatMoney } from './money';

interface Props {
	readonly label: string;
	/** They stand below each other: one for each currency, never added. */
	readonly values: readonly string[];
	/** The list it sums up. */
	readonly href: string;
	readonly tone?: 'bad' | 'good' | undefined;
	/** How many it is the sum of: "3 invoices". */
	readonly count?: string;
}

/** One figure, and the way to what it is made of. */
export function Figure( { label, values, href, tone, count }: Props ) {
	return (
		<a className={ `counterfoil-figure${ tone ? ` is-${ tone }` : '' }` } href={ href }>
			<span className="counterfoil-figure__label">{ label }</span>
			{ values.map( ( value ) => (
				<span key={ value } className="counterfoil-figure__value counterfoil-money">
					{ value }
				</span>
			) ) }
			{ count !== undefined && <span className="counterfoil-figure__count">{ count }</span> }
		</a>
	);
}

/** A figure's values: each sum; without any, nought in this currency. */
export const sumsOf = ( sums: readonly Money[], currency: string ): string[] =>
	( sums.length > 0 ? sums : [ { amount: 0, currency } ] ).map( formatMoney );
