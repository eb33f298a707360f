import { numberOf } from './invoice-number';

test.each( [
	[ 'INV-', 12, 4, 'INV-0012' ],
	[ '', 7, 1, '7' ],
	[ '2026/', 12345, 3, '2026/12345' ],
	[ 'INV-', Number.NaN, 4, null ],
	[ 'INV-', 1, 0, null ],
] )( 'prefix "%s", %d with %d digits is %s', ( prefix, next, digits, number ) => {
	expect( numberOf( { prefix, next_number: next, minimum_digits: digits } ) ).toBe( number );
} );
