/**
 * Real cron for a local site: asks wp-cron.php, so that mails leave the outbox and hanging payments are looked
 * after while nobody visits. Never two at a time.
 *
 * @param {string} site
 * @param {number} every Milliseconds.
 */
export function keepTicking( site, every = 20000 ) {
	const tick = async () => {
		try {
			await (
				await fetch( `${ site }/wp-cron.php?doing_wp_cron`, { signal: AbortSignal.timeout( 60000 ) } )
			).arrayBuffer();
		} catch {
			// The next one comes; the site's own log has what went wrong.
		}
		setTimeout( tick, every );
	};
	setTimeout( tick, 2000 );
}
