import { formatByPhp } from './site-date';

const moment = new Date( '2026-11-03T14:05:09Z' );

test.each( [
	[ 'F j, Y', 'en-US', 'November 3, 2026' ],
	[ 'd.m.Y', 'de-DE', '03.11.2026' ],
	[ 'j F Y', 'pl-PL', '3 listopada 2026' ],
	[ 'Y-m-d H:i:s', 'pl-PL', '2026-11-03 15:05:09' ],
	[ 'l, jS M y', 'en-GB', 'Tuesday, 3rd Nov 26' ],
	[ 'g:i a', 'en-US', '3:05 pm' ],
	[ 'G\\h i A', 'en-US', '15h 05 PM' ],
	[ 'j \\d\\e F', 'es-ES', '3 de noviembre' ],
] )( '%s in %s', ( format, locale, expected ) => {
	expect( formatByPhp( format, moment, locale, 'Europe/Warsaw' ) ).toBe( expected );
} );

test( 'a fixed offset is a zone', () => {
	expect( formatByPhp( 'Y-m-d H:i', moment, 'en-US', '+13:00' ) ).toBe( '2026-11-04 03:05' );
} );

test.each( [
	[ 1, 'st' ],
	[ 2, 'nd' ],
	[ 11, 'th' ],
	[ 22, 'nd' ],
	[ 30, 'th' ],
] )( 'the %d has its ending', ( day, ending ) => {
	const date = new Date( Date.UTC( 2026, 0, day ) );
	expect( formatByPhp( 'jS', date, 'en-US', 'UTC' ) ).toBe( `${ day }${ ending }` );
} );
