/**
 * A moment by a format of PHP, as the site has it under Settings → General: "F j, Y", "d.m.Y", "j F Y". Names are the
 * reader's, digits the format's.
 *
 * @param format   Letters of PHP's date(); a backslash before one keeps it.
 * @param moment   The moment.
 * @param locale   BCP 47 of the reader.
 * @param zone     Whose clocks are meant: "Europe/Warsaw", or an offset, "+05:30".
 */
export function formatByPhp( format: string, moment: Date, locale: string, zone: string ): string {
	const { date, timeZone } = inZone( moment, zone );
	const parts = partsOf( 'en-US', timeZone, NUMBERS, date );
	const number = ( name: string ) => Number( parts[ name ] );
	const hour = number( 'hour' ) % 12 || 12;
	const two = ( value: number ) => String( value ).padStart( 2, '0' );
	// A month beside its day may be written otherwise than alone ("listopada", "listopad").
	const name = ( part: 'month' | 'weekday' | 'dayPeriod', length: 'long' | 'short' ) =>
		partsOf(
			locale,
			timeZone,
			{ ...NAMES, [ part === 'dayPeriod' ? 'hour12' : part ]: part === 'dayPeriod' ? true : length },
			date
		)[ part ] ?? '';
	const tokens: Record< string, () => string | number > = {
		d: () => two( number( 'day' ) ),
		j: () => number( 'day' ),
		S: () => ordinal( number( 'day' ) ),
		D: () => name( 'weekday', 'short' ),
		l: () => name( 'weekday', 'long' ),
		m: () => two( number( 'month' ) ),
		n: () => number( 'month' ),
		M: () => name( 'month', 'short' ),
		F: () => name( 'month', 'long' ),
		Y: () => number( 'year' ),
		y: () => two( number( 'year' ) % 100 ),
		H: () => two( number( 'hour' ) ),
		G: () => number( 'hour' ),
		h: () => two( hour ),
		g: () => hour,
		i: () => two( number( 'minute' ) ),
		s: () => two( number( 'second' ) ),
		a: () => name( 'dayPeriod', 'short' ).toLowerCase(),
		A: () => name( 'dayPeriod', 'short' ).toUpperCase(),
	};
	return format.replace(
		/\\(.)|([A-Za-z])/g,
		( letter, kept?: string ) => kept ?? String( tokens[ letter ]?.() ?? letter )
	);
}

/** Offsets are no zones to every browser: the moment is moved instead. */
function inZone( date: Date, zone: string ) {
	const [ , sign, hours, minutes ] = /^([+-])(\d\d):(\d\d)$/.exec( zone ) ?? [];
	if ( sign === undefined ) {
		return { date, timeZone: zone };
	}
	const offset = ( Number( hours ) * 60 + Number( minutes ) ) * 60_000;
	return { date: new Date( date.getTime() + ( sign === '-' ? -offset : offset ) ), timeZone: 'UTC' };
}

const NUMBERS = {
	year: 'numeric',
	month: 'numeric',
	day: 'numeric',
	hour: 'numeric',
	minute: 'numeric',
	second: 'numeric',
	hourCycle: 'h23',
} as const;

const NAMES = { day: 'numeric', month: 'long', weekday: 'long', hour: 'numeric' } as const;

/** Making one takes a hundred times as long as using it. */
const formats = new Map< string, Intl.DateTimeFormat >();

function partsOf(
	locale: string,
	timeZone: string,
	options: Intl.DateTimeFormatOptions,
	date: Date
): Readonly< Record< string, string > > {
	const key = JSON.stringify( [ locale, timeZone, options ] );
	const format = formats.get( key ) ?? new Intl.DateTimeFormat( locale, { ...options, timeZone } );
	formats.set( key, format );
	return Object.fromEntries( format.formatToParts( date ).map( ( { type, value } ) => [ type, value ] ) );
}

/** Of English days, which alone have one. */
function ordinal( day: number ): string {
	const last = Math.floor( day / 10 ) === 1 ? 0 : day % 10;
	return [ 'th', 'st', 'nd', 'rd' ][ last ] ?? 'th';
}
