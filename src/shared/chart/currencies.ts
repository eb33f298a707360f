import type { OverviewChart } from '../../contract/reports';
import { boot } from '../boot';

/** Those it has sums in: the business's own first, then by code. */
export function currenciesOf( { rows }: OverviewChart ): string[] {
	const own = boot().currency;
	const found = new Set( rows.flatMap( ( { values } ) => values.flat().map( ( { currency } ) => currency ) ) );
	return [ ...found ].sort( ( one, other ) =>
		( one === own ) === ( other === own )
			? one.localeCompare( other )
			: Number( other === own ) - Number( one === own )
	);
}

type Row = OverviewChart[ 'rows' ][ number ];

/** Minor units of one series of a row; nought where it has none in that currency. */
export const amountOf = ( row: Row, series: number, currency: string ): number =>
	row.values[ series ]?.find( ( sum ) => sum.currency === currency )?.amount ?? 0;
