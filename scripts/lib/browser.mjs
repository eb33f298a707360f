import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The first needs a third less of a machine than a browser that could show itself. */
const NAMES = [ 'chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable' ];

/** @return {string|undefined} The system's Chromium: Playwright's own is not downloaded. */
export function findBrowser() {
	const folders = ( process.env.PATH ?? '' ).split( delimiter ).concat( '/usr/bin' );
	return NAMES.flatMap( ( name ) => folders.map( ( folder ) => join( folder, name ) ) ).find( ( path ) => {
		try {
			accessSync( path, constants.X_OK );
			return true;
		} catch {
			return false;
		}
	} );
}

/**
 * For Playwright's launch().
 *
 * @throws {Error} Without a browser; it says what to install.
 */
export function browserOptions() {
	const executablePath = findBrowser();
	if ( ! executablePath ) {
		throw new Error( `No Chromium found: install the package "${ NAMES[ 0 ] }".` );
	}
	return {
		executablePath,
		args: [
			'--no-sandbox',
			'--disable-gpu',
			'--disable-quic',
			'--no-first-run',
			'--disable-background-networking',
			'--disable-component-update',
			'--disable-sync',
		],
	};
}
