import { z } from 'zod';
import { colour, day, emailAddress, line, price, quantity, rate, webAddress } from '../../contract/common';
import { currencyIn, sentences, untouched } from './errors';

const said = ( schema: z.ZodType, value: unknown ) => {
	const { error } = schema.safeParse( value, { reportInput: true } );
	return sentences( error?.issues ?? [], currencyIn( Object( value ) ) );
};

describe( 'what is said of a field', () => {
	beforeEach( () => {
		window.counterfoil = {
			now: '2026-03-31T12:00:00Z',
			locale: 'en-US',
			timezone: 'UTC',
			dateFormat: 'M j, Y',
			timeFormat: 'g:i A',
			currency: 'EUR',
			currencies: [
				{ code: 'EUR', decimals: 2 },
				{ code: 'JPY', decimals: 0 },
				{ code: 'KWD', decimals: 3 },
			],
			locales: [],
			timezones: [],
			assets: '/',
			restUrl: '/wp-json/',
			uploadLimit: 1024,
			can: { view: true, bill: true, refund: true, manageClients: true, settings: true },
		};
	} );

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

	it.each( [
		[ null, 'EUR', 'Enter a positive amount in EUR with up to 2 decimals, for example 1200.50.' ],
		[ null, 'JPY', 'JPY has no decimals. Enter a positive amount, for example 1200.' ],
		[ null, 'KWD', 'Enter a positive amount in KWD with up to 3 decimals, for example 1200.500.' ],
		[ -1, 'EUR', 'Enter a positive amount in EUR with up to 2 decimals, for example 1200.50.' ],
		[ 1_000_000_000_001, 'EUR', 'Too high. The maximum is €10,000,000,000.00.' ],
	] )( 'says what amount can be entered: %s %s', ( amount, currency, sentence ) => {
		expect( said( z.object( { price } ), { price: { amount, currency } } ) ).toEqual( {
			'/price/amount': sentence,
		} );
	} );

	it.each( [
		[ z.int().min( 1 ).max( 365 ), 400, 'Too high. The maximum is 365.' ],
		[ z.int().min( 1 ).max( 365 ), 0, 'Too low. The minimum is 1.' ],
		[ z.string().max( 5 ), 'longer', 'Too long. The maximum is 5 characters.' ],
		[ z.string().min( 10 ), 'short', 'Too short. The minimum is 10 characters.' ],
	] )( 'names the limit', ( schema, value, sentence ) => {
		expect( said( schema, value ) ).toEqual( { '/': sentence } );
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
