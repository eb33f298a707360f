/** Least contrast of text of normal size, WCAG 2.2 SC 1.4.3 (AA). */
export const ENOUGH = 4.5;

/** The one of black and white that reads better on a colour; twin of the PHP class Contrast. */
export const textOn = ( colour: string ): string =>
	contrast( '#ffffff', colour ) >= contrast( '#000000', colour ) ? '#ffffff' : '#000000';

/**
 * From 1 (the same) to 21 (black on white). Source: WCAG 2.2, "contrast ratio".
 *
 * @param one   As #rrggbb.
 * @param other As #rrggbb.
 */
export function contrast( one: string, other: string ): number {
	const [ lighter = 0, darker = 0 ] = [ luminance( one ), luminance( other ) ].sort( ( a, b ) => b - a );
	return ( lighter + 0.05 ) / ( darker + 0.05 );
}

function luminance( colour: string ): number {
	const [ red = 0, green = 0, blue = 0 ] = [ 1, 3, 5 ].map( ( at ) => {
		const channel = parseInt( colour.slice( at, at + 2 ), 16 ) / 255;
		return channel <= 0.04045 ? channel / 12.92 : ( ( channel + 0.055 ) / 1.055 ) ** 2.4;
	} );
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** "3b5" and "#33BB55" as people paste them become "#33bb55"; null for what is no colour. */
export function parseColour( typed: string ): string | null {
	const digits = typed.trim().replace( /^#/, '' ).toLowerCase();
	if ( /^[0-9a-f]{6}$/.test( digits ) ) {
		return `#${ digits }`;
	}
	return /^[0-9a-f]{3}$/.test( digits ) ? `#${ digits.replace( /./g, '$&$&' ) }` : null;
}
