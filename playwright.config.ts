import { defineConfig, devices } from '@playwright/test';
import { browserOptions } from './scripts/lib/browser.mjs';
import { loginFile, stand } from './tests/e2e/stand';

/** Where a worker's tests look. It reads this file after the global set-up, and WordPress' own utilities after it. */
function siteOfWorker(): { baseURL?: string; storageState?: string } {
	if ( process.env.TEST_PARALLEL_INDEX === undefined ) {
		return {};
	}
	const mine = stand();
	process.env.WP_BASE_URL = mine.site;
	process.env.WP_USERNAME = mine.admin.user;
	process.env.WP_PASSWORD = mine.admin.password;
	process.env.STORAGE_STATE_PATH = loginFile( mine );
	return { baseURL: mine.site, storageState: loginFile( mine ) };
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
	// Each worker has a site of its own; the tests of a file follow one another. One more than cores: each waits
	// for something now and then.
	workers: process.env.COUNTERFOIL_STAND ? 1 : 3,
	retries: 0,
	forbidOnly: true,
	reporter: [ [ 'list' ], [ 'json', { outputFile: '.cache/playwright.json' } ] ],
	use: {
		...devices[ 'Desktop Chrome' ],
		viewport: { width: 1280, height: 900 },
		// Each test begins as the administrator; one of the portal's begins with
		// `test.use( { storageState: { cookies: [], origins: [] } } )`.
		...siteOfWorker(),
		locale: 'en-US',
		timezoneId: 'Europe/Warsaw',
		reducedMotion: 'reduce',
		screenshot: 'only-on-failure',
		// Recording every step takes a fifth of the time: `COUNTERFOIL_TRACE=1` for whoever looks for a fault.
		trace: process.env.COUNTERFOIL_TRACE ? 'retain-on-failure' : 'off',
		actionTimeout: 15_000,
		navigationTimeout: 30_000,
		launchOptions: browserOptions(),
	},
} );
