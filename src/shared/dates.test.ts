import { formatDay, formatMoment, plusDays, today } from './dates';

const at = ( now: string, timezone = 'Europe/Berlin' ) => {
	window.counterfoil = { ...window.counterfoil, locale: 'en-US', now, timezone } as never;
};

afterEach( () => {
	delete window.counterfoil;
} );

describe( 'today', () => {
	it( 'is that of the server, in the business’s time zone', () => {
		at( '2031-05-06T23:30:00Z' );
		expect( today() ).toBe( '2031-05-07' );
		at( '2031-05-06T23:30:00Z', 'America/New_York' );
		expect( today() ).toBe( '2031-05-06' );
	} );

	it( 'is the right one at a fixed offset', () => {
		at( '2031-05-06T23:30:00Z', '-11:00' );
		expect( today() ).toBe( '2031-05-06' );
		at( '2031-05-06T12:30:00Z', '+13:00' );
		expect( today() ).toBe( '2031-05-07' );
	} );

	it( 'is what days are counted from', () => {
		expect( plusDays( '2028-02-25', 14 ) ).toBe( '2028-03-10' );
	} );
} );

test( 'days and moments are written as the site writes them, by the business’s clocks', () => {
	at( '2031-12-31T23:30:00Z' );
	window.counterfoil = { ...window.counterfoil, dateFormat: 'd.m.Y', timeFormat: 'H:i' } as never;
	expect( formatDay( '2031-12-31' ) ).toBe( '31.12.2031' );
	expect( formatMoment( '2031-12-31T23:10:00Z' ) ).toBe( '01.01.2032 00:10' );
} );
