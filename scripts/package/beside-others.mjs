import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { CACHE, ROOT } from '../lib/paths.mjs';
import { run } from '../lib/run.mjs';
import { installSite, php, prepareSite } from '../lib/site.mjs';

const SCRIPTS = join( ROOT, 'scripts/package' );

/**
 * Runs the packaged plugin in WordPress after other copies of its libraries have been loaded: once copies that
 * break whoever uses them, once the real ones, set up for somebody else.
 *
 * @param {string} plugin Its unpacked folder.
 * @return {Promise<string>} What was found, a line for each.
 */
export async function runBesideOthers( plugin ) {
	const dir = join( CACHE, 'test-package' );
	for ( const old of [ 'database', 'installed-sqlite.txt' ] ) {
		rmSync( join( dir, old ), { recursive: true, force: true } );
	}
	const invoices = join( plugin, '..', 'invoices.pdf' );
	await run( 'php', [ join( SCRIPTS, 'draw-samples.php' ), ROOT, invoices ] );

	const site = await prepareSite( { dir, url: 'http://localhost:8901', engine: 'sqlite', plugin } );
	await installSite( site, { title: 'Studio North', user: 'admin', password: 'password', plugin: 'activate' } );
	let found = '';
	for ( const others of [ 'broken', 'real' ] ) {
		found += ( await php( site, [ join( SCRIPTS, 'beside-others.php' ), others, ROOT, plugin, invoices ] ) ).stdout;
	}
	return found;
}
