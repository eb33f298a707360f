import type { Invoice, StoredInvoicing } from '../../../contract/invoices';
import {
	addLine,
	type Draft,
	draftOf,
	duplicateLine,
	insertLine,
	moveLine,
	newDraft,
	newLine,
	removeLine,
} from './draft';
import { byField, readForPreview, readForSaving } from './read-draft';

const settings: StoredInvoicing = {
	due_days: 14,
	tax_mode: 'exclusive',
	bill_as: 'invoice',
	tax: { id: 1, name: 'VAT', country: '', category: 'S', rate: '23', reason_code: '', reason: '' },
};
const draft = ( changes: Partial< Draft > = {} ): Draft => ( {
	...newDraft( settings, 'EUR' ),
	client_id: 7,
	due_date: '2026-12-06',
	...changes,
} );
const filled = ( changes = {} ) => ( {
	...newLine( null ),
	description: 'Work',
	quantity: '1',
	price: '10',
	...changes,
} );

describe( 'what is typed becomes a request', () => {
	test( 'numbers are read as the wire has them, spaces at the ends are dropped', () => {
		const lines = [
			filled( {
				description: ' Work ',
				quantity: '1,5',
				price: '1 200,50',
				tax: { name: 'VAT', rate: '8,50', category: 'S', reason_code: '', reason: '' },
			} ),
		];
		expect(
			readForSaving( draft( { lines, discount: { type: 'percent', text: '12,5 %' }, message: ' Hi ' } ) ).input
		).toEqual( {
			client_id: 7,
			website_id: null,
			currency: 'EUR',
			coupon: '',
			tax_mode: 'exclusive',
			due_date: '2026-12-06',
			lines: [
				{
					plan_id: null,
					description: 'Work',
					quantity: '1.5',
					unit_price: 120050,
					discount: null,
					tax: { name: 'VAT', rate: '8.5', category: 'S', reason_code: '', reason: '' },
					supply: { from: null, to: null },
				},
			],
			discount: { type: 'percent', percent: '12.5' },
			message: 'Hi',
			supply: { from: null, to: null },
			buyer_reference: '',
			purchase_order: '',
			exchange_rate: '',
			attachments: [],
		} );
	} );

	test( 'a discount of an amount is in minor units', () => {
		const { input } = readForSaving(
			draft( { lines: [ filled( { discount: { type: 'amount', text: '2,5' } } ) ] } )
		);
		expect( input?.lines[ 0 ]?.discount ).toEqual( { type: 'amount', amount: 250 } );
	} );

	test( 'a line nobody touched is left out', () => {
		expect(
			readForSaving(
				draft( {
					lines: [
						filled(),
						newLine( { name: 'VAT', rate: '23', category: 'S', reason_code: '', reason: '' } ),
					],
				} )
			).keys
		).toHaveLength( 1 );
	} );

	test.each( [
		[ 'quantity', { quantity: 'two' } ],
		[ 'quantity', { quantity: '0' } ],
		[ 'quantity', { quantity: '1.00001' } ],
		[ 'price', { price: '10.0055' } ],
		[ 'price', { price: '(1)' } ],
		[ 'discount', { discount: { type: 'percent', text: '100.1' } } ],
		[ 'tax', { tax: { name: 'VAT', rate: '101', category: 'S', reason_code: '', reason: '' } } ],
	] )( 'a wrong %s is said at its field and nothing is sent', ( field, changes ) => {
		const line = filled( changes );
		for ( const { input, errors } of [
			readForSaving( draft( { lines: [ line ] } ) ),
			readForPreview( draft( { lines: [ line ] } ) ),
		] ) {
			expect( input ).toBeUndefined();
			expect( Object.keys( errors ) ).toEqual( [ `${ line.key }/${ field }` ] );
		}
	} );

	test.each( [
		[ 'price', { price: '-10000000000.01' }, 'Too low. The minimum is −€10,000,000,000.00.' ],
		[
			'price',
			{ price: '1.234567' },
			'Enter a positive amount in EUR with up to 2 decimals, for example 1200.50.',
		],
		[ 'price', { price: '10000000000.01' }, 'Too high. The maximum is €10,000,000,000.00.' ],
		[
			'quantity',
			{ quantity: '-2' },
			'The quantity can’t be negative. To credit an amount, enter a negative price.',
		],
	] )( 'says why a %s is refused: %s', ( field, changes, sentence ) => {
		const line = filled( changes );
		expect( readForSaving( draft( { lines: [ line ] } ) ).errors ).toEqual( {
			[ `${ line.key }/${ field }` ]: sentence,
		} );
	} );

	test.each( [ '-50', '−50.00', '– 50' ] )( 'a price below zero credits something: %s', ( price ) => {
		const { input, errors } = readForSaving( draft( { lines: [ filled(), filled( { price } ) ] } ) );
		expect( errors ).toEqual( {} );
		expect( input?.lines[ 1 ]?.unit_price ).toBe( -5000 );
	} );

	test( 'an amount too large for the contract is an error too', () => {
		const line = filled( { price: '10000000000.01' } );
		expect( Object.keys( readForSaving( draft( { lines: [ line ] } ) ).errors ) ).toEqual( [
			`${ line.key }/price`,
		] );
	} );

	test( 'to save, what is missing is said', () => {
		const line = filled( { description: ' ', price: '' } );
		const kept = { ...line, discount: { type: 'percent', text: '' } as const };
		expect(
			Object.keys( readForSaving( draft( { client_id: null, due_date: '', lines: [ kept ] } ) ).errors ).sort()
		).toEqual(
			[
				'client_id',
				'due_date',
				`${ line.key }/description`,
				`${ line.key }/discount`,
				`${ line.key }/price`,
			].sort()
		);
	} );
} );

describe( 'while typing', () => {
	test( 'a line without a price waits; one without words or client is shown', () => {
		const waiting = filled( { price: '' } );
		const wordless = filled( { description: '' } );
		const { input, keys, errors } = readForPreview( draft( { client_id: null, lines: [ waiting, wordless ] } ) );
		expect( errors ).toEqual( {} );
		expect( keys ).toEqual( [ wordless.key ] );
		expect( input?.lines[ 0 ]?.description ).not.toBe( '' );
	} );

	test( 'an empty discount is none yet', () => {
		expect( readForPreview( draft( { discount: { type: 'amount', text: '' } } ) ).input?.discount ).toBeNull();
	} );
} );

test( 'the server’s words find their line by its place in the request', () => {
	expect(
		byField(
			{
				'/lines/1/unit_price': 'a',
				'/lines/0/tax/rate': 'b',
				'/lines/0/plan_id': 'c',
				'/due_date': 'd',
				'/lines': 'e',
			},
			[ 'x', 'y' ]
		)
	).toEqual( { 'y/price': 'a', 'x/tax': 'b', 'x/description': 'c', due_date: 'd', lines: 'e' } );
} );

test( 'a saved draft is typed and read again without a change', () => {
	const invoice = {
		client: { id: 7, name: 'A', email: '', contact: '' },
		website: null,
		currency: 'JPY',
		tax_mode: 'inclusive',
		due_date: '2026-12-06',
		lines: [
			{
				plan_id: 3,
				description: 'Care',
				quantity: '2.125',
				unit_price: 12000,
				discount: { type: 'amount', amount: 500 },
				tax: { name: 'JCT', rate: '10', category: 'S', reason_code: '', reason: '' },
				unit_code: 'MON',
				supply: { from: '2026-11-01', to: null },
				amount: { amount: 25000, currency: 'JPY' },
				interval: { unit: 'month', count: 1 },
			},
		],
		discount: { type: 'percent', percent: '0.5' },
		coupon: { id: 3, code: 'SPRING-25', name: 'Spring offer', amount: { amount: 5, currency: 'JPY' } },
		message: 'Thank you',
		supply: { from: null, to: '2026-11-30' },
		buyer_reference: 'Desk 7',
		purchase_order: 'PO 1',
		exchange_rate: '0.0061',
		attachments: [
			{ id: 9, name: 'b.pdf', type: 'pdf', size: 3 },
			{ id: 4, name: 'a.pdf', type: 'pdf', size: 3 },
		],
	} as unknown as Invoice;
	window.counterfoil = {
		...window.counterfoil,
		locale: 'de-DE',
		currencies: [ { code: 'JPY', decimals: 0 } ],
	} as never;
	const typed = draftOf( invoice, null );
	expect( typed.lines[ 0 ] ).toMatchObject( { isRecurring: true, quantity: '2,125', price: '12000' } );
	const { amount: _amount, interval: _interval, ...line } = invoice.lines[ 0 ] ?? ( {} as never );
	expect( readForSaving( typed ).input ).toEqual( {
		client_id: 7,
		website_id: null,
		currency: 'JPY',
		coupon: 'SPRING-25',
		tax_mode: 'inclusive',
		due_date: '2026-12-06',
		lines: [ line ],
		discount: invoice.discount,
		message: 'Thank you',
		supply: { from: null, to: '2026-11-30' },
		buyer_reference: 'Desk 7',
		purchase_order: 'PO 1',
		exchange_rate: '0.0061',
		attachments: [ 9, 4 ],
	} );
	const recipients = { to: [ 'ann@client.test' ], cc: [] };
	expect( readForSaving( { ...typed, recipients } ).input?.recipients ).toEqual( recipients );
	expect( readForPreview( { ...typed, recipients } ).input ).not.toHaveProperty( 'recipients' );
	delete window.counterfoil;
} );

describe( 'lines', () => {
	const three = () => draft( { lines: [ 'a', 'b', 'c' ].map( ( description ) => filled( { description } ) ) } );
	const words = ( { lines }: Draft ) => lines.map( ( line ) => line.description ).join( '' );
	const keyOf = ( { lines }: Draft, at: number ) => lines[ at ]?.key ?? '';

	test( 'move by one, and not beyond the ends', () => {
		const start = three();
		expect( words( moveLine( start, keyOf( start, 2 ), -1 ) ) ).toBe( 'acb' );
		expect( words( moveLine( start, keyOf( start, 0 ), 1 ) ) ).toBe( 'bac' );
		expect( moveLine( start, keyOf( start, 0 ), -1 ) ).toBe( start );
		expect( moveLine( start, keyOf( start, 2 ), 1 ) ).toBe( start );
	} );

	test( 'a copy stands behind its original, with a key of its own', () => {
		const start = three();
		const copied = duplicateLine( start, keyOf( start, 1 ) );
		expect( words( copied ) ).toBe( 'abbc' );
		expect( new Set( copied.lines.map( ( { key } ) => key ) ).size ).toBe( 4 );
	} );

	test( 'what was removed can be put back where it was', () => {
		const start = three();
		const line = start.lines[ 1 ];
		const removed = removeLine( start, keyOf( start, 1 ) );
		expect( words( removed ) ).toBe( 'ac' );
		expect( line && words( insertLine( removed, line, 1 ) ) ).toBe( 'abc' );
	} );

	test( 'one from a plan takes the place of an untouched last line', () => {
		expect( addLine( draft(), filled() ).lines ).toHaveLength( 1 );
		expect( addLine( draft(), newLine( null ) ).lines ).toHaveLength( 2 );
	} );
} );
