import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ensureSystem } from './apt.mjs';
import { composerInstall, npmInstall } from './dependencies.mjs';
import { step } from './log.mjs';
import { ROOT } from './paths.mjs';
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
	'scripts/contract',
	'scripts/i18n',
];

/**
 * Everything a checkout needs before a site can be started; what can run side by side does.
 *
 * @param {{system: string[], build?: boolean}} options `system`: groups of apt.mjs.
 */
export async function setUp( { system, build = true } ) {
	await Promise.all( [
		step( 'Node packages', npmInstall ),
		( async () => {
			await step( 'System packages', () => ensureSystem( system ) );
			await Promise.all( [ step( 'Composer packages', composerInstall ), step( 'WordPress', wordpressFiles ) ] );
		} )(),
	] );
	if ( build ) {
		await step( 'Build', buildWhenStale );
	}
}

export async function buildWhenStale() {
	if ( ! existsSync( join( ROOT, 'scripts/build.mjs' ) ) ) {
		return;
	}
	await whenStale( 'build', SOURCES, 'build/contract/index.json', async () => {
		await run( process.execPath, [ 'scripts/build.mjs' ], { env: { NODE_ENV: 'production' } } );
	} );
}
