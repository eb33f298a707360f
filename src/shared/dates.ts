import { boot } from './boot';
import { formatByPhp } from './site-date';

/** "March 31, 2026" of "2026-03-31", in the site's own format: a day is a day everywhere. */
export const formatDay = ( day: string ): string =>
	formatByPhp( boot().dateFormat, new Date( `${ day }T00:00:00Z` ), boot().locale, 'UTC' );

/** "November 2026" from "2026-11". */
export const formatMonth = ( month: string ): string =>
	new Intl.DateTimeFormat( boot().locale, { month: 'long', year: 'numeric', timeZone: 'UTC' } ).format(
		new Date( `${ month }-01T00:00:00Z` )
	);

/** "Nov" from "2026-11". */
export const formatMonthShort = ( month: string ): string =>
	new Intl.DateTimeFormat( boot().locale, { month: 'short', timeZone: 'UTC' } ).format(
		new Date( `${ month }-01T00:00:00Z` )
	);

/** A moment as the business's clocks show it, in the site's own format. */
export const formatMoment = ( moment: string ): string =>
	formatByPhp( `${ boot().dateFormat } ${ boot().timeFormat }`, new Date( moment ), boot().locale, boot().timezone );

const loaded = Date.now();

/** By the server's clock: a computer's own may be wrong, and the demo's is moved. */
const serverNow = (): Date => new Date( Date.parse( boot().now ) + Date.now() - loaded );

/** Today in the business's time zone, "2026-03-31". */
export const today = ( now: Date = serverNow() ): string => dayIn( now );

/** The day on which a moment falls where the business is. */
export const dayOf = ( moment: string ): string => dayIn( new Date( moment ) );

const dayIn = ( date: Date ): string => formatByPhp( 'Y-m-d', date, 'en-US', boot().timezone );

/** "2026-03-31" and 14 days. */
export function plusDays( day: string, days: number ): string {
	const date = new Date( `${ day }T00:00:00Z` );
	date.setUTCDate( date.getUTCDate() + days );
	return date.toISOString().slice( 0, 10 );
}
