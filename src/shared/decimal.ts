import { boot } from './boot';

interface Marks {
	readonly decimal: string;
	readonly group: string;
}

/** "," and "." as this language has them. */
export function marks(): Marks {
	const parts = new Intl.NumberFormat( boot().locale, { useGrouping: true } ).formatToParts( 1234567.8 );
	const of = ( type: string, otherwise: string ) => parts.find( ( part ) => part.type === type )?.value ?? otherwise;
	return { decimal: of( 'decimal', '.' ), group: of( 'group', ',' ) };
}

/**
 * What somebody typed as a number that is not negative, as the wire has it: "1,50" and "1.5" are "1.5".
 * Null when it is no number, has more than `digits` behind the point, or could be two: "1,000" is a
 * thousand where commas group, and one where they are the decimal mark.
 */
export function parseDecimal( typed: string, digits = 4 ): string | null {
	const text = typed.trim().replace( /[\s'’]/g, '' );
	const match = /^(\d{1,3}(?:,\d{3})+|\d{1,3}(?:\.\d{3})+|\d*)(?:([.,])(\d*))?$/.exec( text );
	if ( ! match || ! /\d/.test( text ) ) {
		return null;
	}
	const single = /^\d{1,3}([.,])\d{3}$/.exec( text )?.[ 1 ];
	if ( single ) {
		return single === marks().group ? null : canonical( text, single, digits );
	}
	const [ , whole = '', mark, fraction = '' ] = match;
	const groups = whole.match( /[.,]/ )?.[ 0 ];
	if ( mark !== undefined && mark === groups ) {
		return null;
	}
	return canonical( `${ whole.replace( /[.,]/g, '' ) }.${ fraction }`, '.', digits );
}

function canonical( text: string, mark: string, digits: number ): string | null {
	const [ whole = '', fraction = '' ] = text.split( mark );
	const decimals = fraction.replace( /0+$/, '' );
	if ( decimals.length > digits ) {
		return null;
	}
	return `${ whole.replace( /^0+(?=\d)/, '' ) || '0' }${ decimals && `.${ decimals }` }`;
}

/** "640.00" with this language's decimal mark: "640,00" in Polish. */
export function localMark( wire: string ): string {
	return wire.replace( '.', marks().decimal );
}

/** "1.5" as people type it here: "1,5" in Polish. */
export function typedDecimal( wire: string ): string {
	const text = wire.includes( '.' ) ? wire.replace( /\.?0+$/, '' ) : wire;
	return localMark( text );
}
