import { execFile, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { FullConfig } from '@playwright/test';
import { allStands, keepStands, loginFile, type Stand } from './stand';

/** Milliseconds: a new site with months of seeded history. */
const PATIENCE = 180_000;

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
		const files: string[] = [];
		// One after the other: each looks for free ports.
		for ( let worker = 0; worker < config.workers; worker++ ) {
			files.push( await startStand( root, join( cache, `${ process.pid }-${ worker }` ) ) );
		}
		keepStands( files );
	}
	for ( const one of allStands() ) {
		await logIn( one, root );
	}
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

async function startStand( root: string, dir: string ): Promise< string > {
	const file = `${ dir }.json`;
	const database = process.env.COUNTERFOIL_E2E_DATABASE ?? 'sqlite';
	// It ends when its input is closed: with this process, however that ends.
	const child = spawn(
		process.execPath,
		[ 'scripts/stand.mjs', '--dir', dir, '--file', file, `--database=${ database }` ],
		{
			cwd: root,
			stdio: [ 'pipe', 'inherit', 'inherit' ],
		}
	);
	process.env.COUNTERFOIL_STAND_PIDS = `${ process.env.COUNTERFOIL_STAND_PIDS ?? '' } ${ child.pid }`;
	const ended = new Promise< never >( ( _resolve, reject ) => {
		child.once( 'exit', ( code ) => reject( new Error( `The site ended with ${ code } while it was started.` ) ) );
		child.once( 'error', reject );
	} );
	const end = Date.now() + PATIENCE;
	const ready = ( async () => {
		while ( ! existsSync( file ) ) {
			if ( Date.now() > end ) {
				throw new Error( 'The site did not start in time.' );
			}
			await new Promise( ( next ) => setTimeout( next, 100 ) );
		}
	} )();
	await Promise.race( [ ready, ended ] );
	ended.catch( () => undefined );
	// Neither keeps the other alive.
	child.unref();
	return file;
}

/** What runs left that were ended the hard way. */
function removeLeftovers( cache: string ): void {
	for ( const name of readdirSync( cache ) ) {
		const pid = Number.parseInt( name, 10 );
		if ( Number.isInteger( pid ) && ! isAlive( pid ) ) {
			rmSync( join( cache, name ), { recursive: true, force: true } );
		}
	}
}

function isAlive( pid: number ): boolean {
	try {
		process.kill( pid, 0 );
		return true;
	} catch {
		return false;
	}
}
