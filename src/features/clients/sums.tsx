import { __ } from '@wordpress/i18n';
import type { Money } from '../../contract/common';
import { boot } from '../../shared/boot';
import { formatMoney } from '../../shared/money';

interface Props {
	/** One for each currency; they are never added. */
	readonly sums: readonly Money[];
	readonly isOverdue?: boolean;
}

/** Amounts below each other; a dash when nothing is left of any. */
export function Sums( { sums, isOverdue = false }: Props ) {
	const shown = sums.filter( ( { amount } ) => amount !== 0 );
	if ( shown.length === 0 ) {
		return <None />;
	}
	return (
		<span
			className={ `counterfoil-sums counterfoil-labelled counterfoil-money${ isOverdue ? ' is-overdue' : '' }` }
		>
			{ shown.map( ( sum ) => (
				<span key={ sum.currency }>{ formatMoney( sum ) }</span>
			) ) }
		</span>
	);
}

/** How many; a dash for none. */
export function Count( { of }: { readonly of: number } ) {
	return of === 0 ? (
		<None />
	) : (
		<span className="counterfoil-sums counterfoil-labelled">
			{ new Intl.NumberFormat( boot().locale ).format( of ) }
		</span>
	);
}

function None() {
	return (
		<span className="counterfoil-sums counterfoil-nothing">
			<span aria-hidden="true">–</span>
			<span className="screen-reader-text">{ __( 'None', 'counterfoil' ) }</span>
		</span>
	);
}
