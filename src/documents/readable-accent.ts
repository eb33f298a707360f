import { contrast, ENOUGH } from './contrast';

/**
 * The brand's colour, darkened until it can be read on white: the same steps as includes/Documents/Colour.php,
 * so that screen and PDF show one colour.
 *
 * @param colour As #rrggbb.
 */
export function readableAccent( colour: string ): string {
	let shade = colour;
	while ( contrast( shade, '#ffffff' ) < ENOUGH ) {
		shade = darker( shade );
	}
	return shade;
}

const darker = ( colour: string ): string =>
	`#${ [ 1, 3, 5 ]
		.map( ( at ) => Math.floor( parseInt( colour.slice( at, at + 2 ), 16 ) * 0.95 ) )
		.map( ( channel ) => channel.toString( 16 ).padStart( 2, '0' ) )
		.join( '' ) }`;
