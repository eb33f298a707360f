/** Where a bar stands between the least and the most of its chart, in percent of its height. */
export interface Extent {
	readonly from: number;
	readonly size: number;
}

/** What of a value is drawn: bars of one row stand on each other, those below nought hang below it. */
export function stack( rows: ReadonlyArray< readonly number[] > ): { zero: number; extents: Extent[][] } {
	const above = rows.map( ( row ) => sum( row.filter( ( value ) => value > 0 ) ) );
	const below = rows.map( ( row ) => sum( row.filter( ( value ) => value < 0 ) ) );
	const top = Math.max( 0, ...above );
	const bottom = Math.min( 0, ...below );
	const whole = top - bottom || 1;
	const percent = ( value: number ) => ( 100 * value ) / whole;
	return {
		zero: percent( 0 - bottom ),
		extents: rows.map( ( row ) => {
			let [ up, down ] = [ 0, 0 ];
			return row.map( ( value ) => {
				const from = value < 0 ? down + value : up;
				if ( value < 0 ) {
					down += value;
				} else {
					up += value;
				}
				return { from: percent( from - bottom ), size: percent( Math.abs( value ) ) };
			} );
		} ),
	};
}

const sum = ( values: readonly number[] ) => values.reduce( ( all, value ) => all + value, 0 );
