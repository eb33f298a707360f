import { formatRecent, plusDays, today } from './dates';

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

	it( 'is what days are counted from', () => {
		expect( plusDays( '2028-02-25', 14 ) ).toBe( '2028-03-10' );
	} );
} );

describe( 'a recent moment', () => {
	it( 'leaves out this year, and no other', () => {
		at( '2031-12-31T23:30:00Z' );
		expect( formatRecent( '2031-12-31T23:10:00Z' ) ).toMatch( /^Jan 1, 12:10.AM$/ );
		expect( formatRecent( '2031-12-30T12:00:00Z' ) ).toMatch( /^Dec 30, 2031, 1:00.PM$/ );
	} );
} );
