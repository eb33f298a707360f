import { readableAccent } from './readable-accent';

// The same pairs are in tests/php/Unit/Documents/ColourTest.php: screen and PDF show one colour.
test.each( [
	[ '#0f766e', '#0f766e' ],
	[ '#f5b700', '#987000' ],
	[ '#ffffff', '#717171' ],
] )( '%s is written as %s', ( brand, text ) => {
	expect( readableAccent( brand ) ).toBe( text );
} );
