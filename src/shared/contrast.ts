/** Least contrast of text of normal size, WCAG 2.2 SC 1.4.3 (AA). */
export const ENOUGH = 4.5;

/*
 * Whether text can be read on a colour. The twin of includes/Shared/Contrast.php: tests/vectors/contrast.json holds
 * what both have to say. Colours are as #rrggbb.
 */

/** The one of black and white that reads better on a colour. */
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

/**
 * The same hue, darkened until it can be read on white, as screen and PDF both show a brand's colour in text.
 *
 * @param colour As #rrggbb.
 */
export function readable( colour: string ): string {
	let shade = colour;
	while ( contrast( shade, '#ffffff' ) < ENOUGH ) {
		shade = `#${ channels( shade )
			.map( ( channel ) => Math.floor( channel * 0.95 ) )
			.map( ( channel ) => channel.toString( 16 ).padStart( 2, '0' ) )
			.join( '' ) }`;
	}
	return shade;
}

function luminance( colour: string ): number {
	const [ red = 0, green = 0, blue = 0 ] = channels( colour ).map( ( channel ) => {
		const share = channel / 255;
		return share <= 0.04045 ? share / 12.92 : ( ( share + 0.055 ) / 1.055 ) ** 2.4;
	} );
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

const channels = ( colour: string ): number[] =>
	[ 1, 3, 5 ].map( ( at ) => parseInt( colour.slice( at, at + 2 ), 16 ) );

/** "3b5" and "#33BB55" as people paste them become "#33bb55"; null for what is no colour. */
export function parseColour( typed: string ): string | null {
	const digits = typed.trim().replace( /^#/, '' ).toLowerCase();
	if ( /^[0-9a-f]{6}$/.test( digits ) ) {
		return `#${ digits }`;
	}
	return /^[0-9a-f]{3}$/.test( digits ) ? `#${ digits.replace( /./g, '$&$&' ) }` : null;
}
