import { contrast, parseColour, textOn } from './contrast';

test.each( [
	[ '#000000', '#ffffff', 21 ],
	[ '#ffffff', '#ffffff', 1 ],
	// The greys WCAG's own examples are measured with: just below and just above what is enough.
	[ '#777777', '#ffffff', 4.48 ],
	[ '#767676', '#ffffff', 4.54 ],
] )( '%s on %s is %d', ( one, other, ratio ) => {
	expect( contrast( one, other ) ).toBeCloseTo( ratio, 2 );
	expect( contrast( other, one ) ).toBeCloseTo( ratio, 2 );
} );

test( 'text on a colour is the one that reads better', () => {
	expect( textOn( '#1d4ed8' ) ).toBe( '#ffffff' );
	expect( textOn( '#facc15' ) ).toBe( '#000000' );
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
