import { z } from 'zod';
import { colour, day, emailAddress, line, price, quantity, rate, webAddress } from '../../contract/common';
import { sentences, untouched } from './errors';

const said = ( schema: z.ZodType, value: unknown ) => {
	const { error } = schema.safeParse( value, { reportInput: true } );
	return sentences( error?.issues ?? [] );
};

describe( 'what is said of a field', () => {
	it.each( [
		[ colour, '#12', 'Enter the color as # and six digits or letters from a to f, for example #0f4c5c.' ],
		[ day, '2026-13-01', 'Choose a date.' ],
		[ emailAddress, 'ida', 'Enter an email address, for example name@example.com.' ],
		[ quantity, '0', 'Enter a quantity greater than zero with up to four decimals, for example 2 or 1.5.' ],
		[ rate, '101', 'Enter a percentage from 0 to 100 with up to four decimals, for example 19 or 7.5.' ],
		[
			webAddress,
			'example.com',
			'Enter a web address that starts with https:// or http://, for example https://example.com.',
		],
		[ line(), '', 'This field is required.' ],
		[
			z.union( [ emailAddress, z.literal( '' ) ] ),
			'ida',
			'Enter an email address, for example name@example.com.',
		],
	] )( 'tells how to write it', ( schema, value, sentence ) => {
		expect( said( schema, value ) ).toEqual( { '/': sentence } );
	} );

	it( 'names an amount’s decimals', () => {
		expect( said( z.object( { price } ), { price: { amount: null, currency: 'EUR' } } ) ).toEqual( {
			'/price/amount': 'Enter an amount with no more decimals than its currency has.',
		} );
	} );
} );

describe( 'after something was changed', () => {
	const errors = { '/name': 'a', '/plans/0/name': 'b', '/plans/1/price/amount': 'c', '/x~1y': 'd' };
	const before = { name: '', plans: [ { name: '' }, { price: { amount: null } } ], 'x/y': 1 };

	it( 'keeps what is said of the other fields, those of the same list too', () => {
		const after = { ...before, plans: [ { name: 'Monthly' }, { price: { amount: null } } ] };
		expect( untouched( errors, before, after ) ).toEqual( {
			'/name': 'a',
			'/plans/1/price/amount': 'c',
			'/x~1y': 'd',
		} );
	} );

	it( 'takes it away from a field that is gone or mended', () => {
		expect( untouched( errors, before, { ...before, plans: [ { name: '' } ], 'x/y': 2 } ) ).toEqual( {
			'/name': 'a',
			'/plans/0/name': 'b',
		} );
	} );
} );
