import { execFile } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { FullConfig } from '@playwright/test';
import { allStands, keepStands, loginFile, type Stand } from './stand';
import { removeLeftovers, startStand } from './start-stand';

/**
 * Starts a site for each worker, or takes the one that COUNTERFOIL_STAND names (`COUNTERFOIL_STAND=.demo/demo.json`
 * saves the start while a test is written; it is one worker then), and logs the administrator in.
 */
export default async function globalSetup( config: FullConfig ): Promise< void > {
	const root = config.rootDir ? resolve( config.rootDir, '../..' ) : process.cwd();
	const cache = join( root, '.cache/test-e2e' );
	mkdirSync( cache, { recursive: true } );
	removeLeftovers( cache );

	process.env.COUNTERFOIL_E2E_RUN = String( process.pid );
	if ( process.env.COUNTERFOIL_STAND ) {
		keepStands( [ resolve( process.env.COUNTERFOIL_STAND ) ] );
	} else {
		const database = process.env.COUNTERFOIL_E2E_DATABASE ?? 'sqlite';
		const options = [ `--database=${ database }` ];
		if ( database === 'sqlite' ) {
			options.push( '--from', await seeded( root, cache ) );
		}
		const files = Array.from( { length: config.workers }, ( _, worker ) =>
			startStand( root, join( cache, `${ process.pid }-${ worker }` ), options )
		);
		keepStands( await Promise.all( files ) );
	}
	for ( const one of allStands() ) {
		await logIn( one, root );
	}
}

/** The folder of a site with months of history, which each worker's begins with; `npm test` has made one before. */
async function seeded( root: string, cache: string ): Promise< string > {
	if ( process.env.COUNTERFOIL_SEEDED ) {
		return process.env.COUNTERFOIL_SEEDED;
	}
	const dir = join( cache, `${ process.pid }-seeded` );
	await promisify( execFile )(
		process.execPath,
		[ 'scripts/stand.mjs', '--dir', dir, '--file', `${ dir }.json`, '--end' ],
		{ cwd: root }
	);
	return dir;
}

/** In a process of its own: WordPress' utilities read the address of the site once, when they are loaded. */
async function logIn( one: Stand, root: string ): Promise< void > {
	const options = {
		baseURL: one.site,
		user: { username: one.admin.user, password: one.admin.password },
		storageStatePath: loginFile( one ),
	};
	const script = `require( '@wordpress/e2e-test-utils-playwright' ).RequestUtils.setup( ${ JSON.stringify( options ) } ).then( ( requests ) => requests.setupRest() ).then( () => process.exit() )`;
	await promisify( execFile )( process.execPath, [ '-e', script ], {
		cwd: root,
		env: { ...process.env, WP_BASE_URL: one.site },
	} );
}
