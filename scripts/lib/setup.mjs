import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureSystem } from './apt.mjs';
import { composerInstall, npmInstall } from './dependencies.mjs';
import { dim, say, step } from './log.mjs';
import { ROOT } from './paths.mjs';
import { stopAll } from './processes.mjs';
import { run } from './run.mjs';
import { whenStale } from './stamp.mjs';
import { wordpressFiles } from './wordpress.mjs';

/** What build/ is made from. */
const SOURCES = [
	'src',
	'blocks',
	'languages',
	'webpack.config.js',
	'tsconfig.json',
	'package.json',
	'package-lock.json',
	'scripts/build.mjs',
	'scripts/bundled-licenses.cjs',
	'scripts/contract',
	'scripts/i18n',
];

/**
 * Everything a checkout needs before a site can be started; what can run side by side does.
 *
 * @param {{system: string[], wished?: string[], build?: boolean}} options `system`: groups of apt.mjs; `wished`: those that
 *     are done without where they can't be installed.
 */
export async function setUp( { system, wished = [], build = true } ) {
	try {
		await Promise.all( Object.values( beginSetUp( { system, wished } ) ) );
	} catch ( error ) {
		// The others must not go on behind the message, nor apt be broken off with this process.
		await stopAll();
		throw error;
	}
	if ( build ) {
		await step( 'Build', buildWhenStale, 'takes a minute or two' );
	}
}

/**
 * The two halves of it, for whoever goes on with one while the other is still under way; who is told that one failed has to
 * end the other.
 *
 * @param {{system: string[], wished?: string[]}} options As above.
 * @return {{node: Promise<void>, php: Promise<void>}} Done once Node's packages are there, and once PHP, its packages and
 *     WordPress are.
 */
export function beginSetUp( { system, wished = [] } ) {
	ensureNode();
	return {
		node: step( 'Node packages', npmInstall, 'takes a few minutes the first time' ),
		php: ( async () => {
			await step( 'System packages', () => ensureSystem( system ) );
			await Promise.all( [
				step( 'Composer packages', composerInstall ),
				step( 'WordPress', wordpressFiles ),
				wished.length > 0 && step( 'More system packages', () => ensureWished( wished ) ),
			] );
		} )(),
	};
}

/** @param {string[]} groups */
async function ensureWished( groups ) {
	try {
		await ensureSystem( groups );
	} catch ( error ) {
		say( dim( `Going on without: ${ error.message.split( '\n' )[ 0 ] }` ) );
	}
}

/** @throws {Error} When Node is older than package.json asks for. */
function ensureNode() {
	const wanted = JSON.parse( readFileSync( join( ROOT, 'package.json' ), 'utf8' ) ).engines.node.replace( '>=', '' );
	const [ major, minor ] = process.versions.node.split( '.' ).map( Number );
	const [ least, leastMinor ] = wanted.split( '.' ).map( Number );
	if ( major < least || ( major === least && minor < leastMinor ) ) {
		throw new Error(
			`Please install Node ${ wanted } or newer (https://nodejs.org). Installed: ${ process.versions.node }.`
		);
	}
}

export async function buildWhenStale() {
	if ( ! existsSync( join( ROOT, 'scripts/build.mjs' ) ) ) {
		return;
	}
	await whenStale( 'build', SOURCES, 'build/contract/index.php', async () => {
		await run( process.execPath, [ 'scripts/build.mjs' ], { env: { NODE_ENV: 'production' } } );
	} );
	await whenStale(
		'contributions',
		[ 'includes', 'scripts/contributions.php' ],
		'build/contributions.php',
		async () => {
			await run( process.execPath, [ 'scripts/build.mjs', '--only=contributions' ] );
		}
	);
}
