import { formatMoney, parseMoney, parsePrice, toDecimal, typedMoney } from './money';

function speak( locale: string ) {
	window.counterfoil = {
		now: '2026-03-31T12:00:00Z',
		locale,
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
}

describe( 'money', () => {
	beforeEach( () => speak( 'en-US' ) );

	it.each( [
		[ 'en-US', '−€2.50' ],
		[ 'de-DE', '−2,50 €' ],
		[ 'pl-PL', '−2,50 €' ],
	] )( 'has a true minus in %s', ( locale, text ) => {
		speak( locale );
		expect( formatMoney( { amount: -250, currency: 'EUR' } ).replace( /\s/g, ' ' ) ).toBe( text );
	} );

	it.each( [
		[ 2_000_000_000_001, 'EUR', '€20,000,000,000.01' ],
		[ Number.MAX_SAFE_INTEGER, 'EUR', '€90,071,992,547,409.91' ],
		[ -Number.MAX_SAFE_INTEGER, 'KWD', '−KWD 9,007,199,254,740.991' ],
		[ Number.MAX_SAFE_INTEGER, 'JPY', '¥9,007,199,254,740,991' ],
	] )( 'shows a sum of %d %s to its last digit', ( amount, currency, text ) => {
		expect( formatMoney( { amount, currency } ).replace( /\s/g, ' ' ) ).toBe( text );
	} );

	it.each( [
		[ 117691, 'EUR', '1176.91' ],
		[ 5, 'EUR', '0.05' ],
		[ -250, 'EUR', '-2.50' ],
		[ 2500, 'JPY', '2500' ],
		[ 1234, 'KWD', '1.234' ],
		[ 1_000_000_000_000, 'EUR', '10000000000.00' ],
	] )( 'writes %d %s as %s', ( amount, currency, text ) => {
		expect( toDecimal( amount, currency ) ).toBe( text );
	} );

	it.each( [
		[ '1,176.91', 'EUR', 117691 ],
		[ '1 176,91', 'EUR', 117691 ],
		[ '1.176,91', 'EUR', 117691 ],
		[ '12', 'EUR', 1200 ],
		[ '0,5', 'EUR', 50 ],
		[ '2500', 'JPY', 2500 ],
		[ '1.234', 'KWD', 1234 ],
		[ '1,234', 'KWD', 1234000 ],
		[ '1,234', 'EUR', 123400 ],
	] )( 'reads "%s" %s', ( typed, currency, amount ) => {
		expect( parseMoney( typed, currency ) ).toBe( amount );
	} );

	it.each( [ 'ten', '1.2.3', '-5', '1e3', '0.123', '10.005', '0,123', '1,23,456.00', '' ] )(
		'refuses "%s" instead of guessing',
		( typed ) => {
			expect( parseMoney( typed, 'EUR' ) ).toBeNull();
		}
	);

	it( 'shows a field with the decimal mark of the language, and reads it back', () => {
		speak( 'pl-PL' );
		expect( typedMoney( 64000, 'EUR' ) ).toBe( '640,00' );
		expect( parseMoney( typedMoney( 64000, 'EUR' ), 'EUR' ) ).toBe( 64000 );
	} );

	it( 'never shortens and never drops decimals', () => {
		expect( formatMoney( { amount: 117600, currency: 'EUR' } ) ).toBe( '€1,176.00' );
		expect( formatMoney( { amount: 100_000_000_000_050, currency: 'JPY' } ) ).toBe( '¥100,000,000,000,050' );
	} );
} );

test( 'a price below zero is written with any minus', () => {
	for ( const typed of [ '-50', '−50.00', ' – 50' ] ) {
		expect( parsePrice( typed, 'EUR' ) ).toBe( -5000 );
	}
	expect( parsePrice( '50', 'EUR' ) ).toBe( 5000 );
	expect( Object.is( parsePrice( '-0', 'EUR' ), 0 ) ).toBe( true );
	expect( parsePrice( '--50', 'EUR' ) ).toBeNull();
	expect( typedMoney( -5000, 'EUR' ) ).toBe( '−50.00' );
} );
