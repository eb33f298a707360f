import { run } from './run.mjs';
import { whenStale } from './stamp.mjs';

/** PHP's packages, when composer.json has changed since. */
export async function composerInstall() {
	await whenStale( 'composer', [ 'composer.json' ], 'vendor/autoload.php', async () => {
		await run( 'composer', [ 'install', '--no-interaction', '--no-progress', '--quiet' ], {
			env: { COMPOSER_ALLOW_SUPERUSER: '1' },
		} );
	} );
}

/** Node's packages, when package.json or its lock file has changed since. */
export async function npmInstall() {
	await whenStale(
		'npm',
		[ 'package.json', 'package-lock.json', '.npmrc' ],
		'node_modules/.package-lock.json',
		async () => {
			// What the lock file says, and the lock file stays as it is. Not `npm ci`: it refuses one that lacks some
			// platform's optional packages, and clears node_modules first.
			await run( 'npm', [ 'install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error' ], {
				// Playwright drives the system's Chromium, nobody here needs Puppeteer's.
				env: { PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1', PUPPETEER_SKIP_DOWNLOAD: '1' },
			} );
		}
	);
}
