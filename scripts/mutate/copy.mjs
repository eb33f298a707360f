import { existsSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { step } from '../lib/log.mjs';
import { CACHE, ROOT } from '../lib/paths.mjs';
import { run } from '../lib/run.mjs';

/**
 * The checkout as it stands, without what git ignores, in a folder where it may be broken.
 *
 * node_modules is linked. vendor is not: Composer's autoloader finds our classes from where its files really are.
 *
 * @param {{withSite: boolean}} options `withSite`: with a test site on SQLite, for integration tests.
 * @return {Promise<string>} Its path.
 */
export async function scratchCopy( { withSite } ) {
	for ( const [ path, maker ] of [
		[ 'node_modules', 'npm test' ],
		[ 'vendor/autoload.php', 'npm test' ],
		[ 'build/contract/index.php', 'npm run build' ],
	] ) {
		if ( ! existsSync( join( ROOT, path ) ) ) {
			throw new Error( `${ path } is missing: ${ maker } makes it.` );
		}
	}
	const copy = join( CACHE, 'mutate' );
	await step( 'Copy of the checkout', async () => {
		await run( 'rm', [ '-rf', copy ] );
		mkdirSync( copy, { recursive: true } );
		const { stdout } = await run( 'git', [ 'ls-files', '-z', '--cached', '--others', '--exclude-standard' ] );
		const files = stdout.split( '\0' ).filter( ( file ) => file !== '' && existsSync( join( ROOT, file ) ) );
		await run( 'cp', [ '--parents', '-t', copy, ...files ] );
		await run( 'cp', [ '-al', join( ROOT, 'vendor' ), copy ] );
		// Not linked: what the build wrote is broken too.
		await run( 'cp', [ '-a', join( ROOT, 'build' ), copy ] );
		symlinkSync( join( ROOT, 'node_modules' ), join( copy, 'node_modules' ) );
	} );
	if ( withSite ) {
		await step( 'Test site on SQLite', async () => {
			for ( const name of readdirSync( CACHE ).filter( ( one ) => one.startsWith( 'wordpress-' ) ) ) {
				const to = join( copy, '.cache', name );
				mkdirSync( dirname( to ), { recursive: true } );
				await run( 'cp', [ '-al', join( CACHE, name ), to ] );
			}
			await run( process.execPath, [ 'scripts/test-site.mjs', '--database=sqlite' ], { cwd: copy } );
		} );
	}
	return copy;
}
