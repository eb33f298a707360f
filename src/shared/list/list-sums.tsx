import type { Money } from '../../contract/common';
import { formatMoney } from '../money';

interface Props {
	/** What all rows of the list come to, on all its pages; each says what it is. Those of nothing are left out. */
	readonly sums: ReadonlyArray< { readonly label: string; readonly of: readonly Money[] | undefined } >;
}

/** "Total €1,200.00 · Outstanding €300.00": sums of what is listed, a currency beside the other and never added. */
export function ListSums( { sums }: Props ) {
	const shown = sums.filter( ( { of } ) => of?.some( ( { amount } ) => amount !== 0 ) );
	if ( shown.length === 0 ) {
		return null;
	}
	return (
		<dl className="counterfoil-list-sums">
			{ shown.map( ( { label, of = [] } ) => (
				<div key={ label }>
					<dt>{ label }</dt>
					<dd>
						{ of.map( ( sum ) => (
							<span key={ sum.currency } className="counterfoil-money">
								{ formatMoney( sum ) }
							</span>
						) ) }
					</dd>
				</div>
			) ) }
		</dl>
	);
}
