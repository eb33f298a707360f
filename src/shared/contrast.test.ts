import vectors from '../../tests/vectors/contrast.json';
import { contrast, parseColour, readable, textOn } from './contrast';

// Values of WebAIM's contrast checker; includes/Shared/Contrast.php is held against the same.
test.each( vectors.ratios as [ string, string, number ][] )( '%s on %s is %d', ( one, other, ratio ) => {
	expect( contrast( one, other ) ).toBeCloseTo( ratio, 2 );
	expect( contrast( other, one ) ).toBe( contrast( one, other ) );
} );

test.each( Object.entries( vectors.text_on ) )( 'text on %s is %s', ( colour, text ) => {
	expect( textOn( colour ) ).toBe( text );
} );

test.each( Object.entries( vectors.readable ) )( '%s is written on white as %s', ( brand, text ) => {
	expect( readable( brand ) ).toBe( text );
} );

test.each( [
	[ '3b5', '#33bb55' ],
	[ ' #33BB55 ', '#33bb55' ],
	[ '#33bb5', null ],
	[ 'red', null ],
	[ '', null ],
] )( '%s is the colour %s', ( typed, colour ) => {
	expect( parseColour( typed ) ).toBe( colour );
} );
