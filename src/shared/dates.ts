import { boot } from './boot';

/** "31 March 2026" of "2026-03-31": a day is a day everywhere. */
export function formatDay( day: string ): string {
	return new Intl.DateTimeFormat( boot().locale, { dateStyle: 'medium', timeZone: 'UTC' } ).format(
		new Date( `${ day }T00:00:00Z` )
	);
}

/** A moment as the business's clocks show it. */
export function formatMoment( moment: string ): string {
	return new Intl.DateTimeFormat( boot().locale, {
		dateStyle: 'medium',
		timeStyle: 'short',
		timeZone: boot().timezone,
	} ).format( new Date( moment ) );
}

const loaded = Date.now();

/** By the server's clock: a computer's own may be wrong, and the demo's is moved. */
const serverNow = (): Date => new Date( Date.parse( boot().now ) + Date.now() - loaded );

/** A moment in a list of many: this year is left out. */
export function formatRecent( moment: string ): string {
	const date = new Date( moment );
	const year = ( of: Date ) => yearIn( of, boot().timezone );
	return year( date ) === year( serverNow() )
		? new Intl.DateTimeFormat( boot().locale, {
				month: 'short',
				day: 'numeric',
				hour: 'numeric',
				minute: '2-digit',
				timeZone: boot().timezone,
			} ).format( date )
		: formatMoment( moment );
}

const yearIn = ( date: Date, timeZone: string ): string =>
	new Intl.DateTimeFormat( 'en-CA', { timeZone, year: 'numeric' } ).format( date );

/** Today in the business's time zone, "2026-03-31". */
export const today = ( now: Date = serverNow() ): string => dayIn( now );

/** The day on which a moment falls where the business is. */
export const dayOf = ( moment: string ): string => dayIn( new Date( moment ) );

function dayIn( date: Date ): string {
	return new Intl.DateTimeFormat( 'en-CA', {
		timeZone: boot().timezone,
		year: 'numeric',
		month: '2-digit',
		day: '2-digit',
	} ).format( date );
}

/** "2026-03-31" and 14 days. */
export function plusDays( day: string, days: number ): string {
	const date = new Date( `${ day }T00:00:00Z` );
	date.setUTCDate( date.getUTCDate() + days );
	return date.toISOString().slice( 0, 10 );
}
