import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { defineConfig, devices } from '@playwright/test';

/** The system's Chromium: Playwright's own is not downloaded. */
function chromium(): string {
	const names = [ 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable' ];
	const folders = ( process.env.PATH ?? '' ).split( delimiter ).concat( '/usr/bin' );
	for ( const path of names.flatMap( ( name ) => folders.map( ( folder ) => join( folder, name ) ) ) ) {
		try {
			accessSync( path, constants.X_OK );
			return path;
		} catch {
			// The next one.
		}
	}
	throw new Error( 'No Chromium found: install the package "chromium".' );
}

export default defineConfig( {
	testDir: './tests/e2e',
	outputDir: './tests/e2e/.results',
	globalSetup: './tests/e2e/global-setup.ts',
	globalTeardown: './tests/e2e/global-teardown.ts',
	// A chapter looks at several screens, each at three widths; on a busy machine that takes its time.
	timeout: 120_000,
	expect: { timeout: 10_000 },
	fullyParallel: false,
	// One site for all: tests follow one another.
	workers: 1,
	retries: 0,
	forbidOnly: true,
	reporter: [ [ 'list' ], [ 'json', { outputFile: '.cache/playwright.json' } ] ],
	use: {
		...devices[ 'Desktop Chrome' ],
		viewport: { width: 1280, height: 900 },
		// The global set-up tells both, before a worker reads this. Each test begins as the administrator; one of
		// the portal's begins with `test.use( { storageState: { cookies: [], origins: [] } } )`.
		...( process.env.WP_BASE_URL ? { baseURL: process.env.WP_BASE_URL } : {} ),
		...( process.env.STORAGE_STATE_PATH ? { storageState: process.env.STORAGE_STATE_PATH } : {} ),
		locale: 'en-US',
		timezoneId: 'Europe/Warsaw',
		reducedMotion: 'reduce',
		screenshot: 'only-on-failure',
		trace: 'retain-on-failure',
		actionTimeout: 15_000,
		navigationTimeout: 30_000,
		launchOptions: {
			executablePath: chromium(),
			args: [
				'--no-sandbox',
				'--disable-gpu',
				'--disable-quic',
				'--no-first-run',
				'--disable-background-networking',
				'--disable-component-update',
				'--disable-sync',
			],
		},
	},
} );
