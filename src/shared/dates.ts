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

/** Today in the business's time zone, "2026-03-31". */
export function today( now: Date = new Date() ): string {
	return new Intl.DateTimeFormat( 'en-CA', {
		timeZone: boot().timezone,
		year: 'numeric',
		month: '2-digit',
		day: '2-digit',
	} ).format( now );
}

/** "2026-03-31" and 14 days. */
export function plusDays( day: string, days: number ): string {
	const date = new Date( `${ day }T00:00:00Z` );
	date.setUTCDate( date.getUTCDate() + days );
	return date.toISOString().slice( 0, 10 );
}
