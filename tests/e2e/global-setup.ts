import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { FullConfig } from '@playwright/test';
import { stand } from './stand';

/** Milliseconds: a new site with months of seeded history. */
const PATIENCE = 180_000;

/**
 * Starts a site for this run, or takes the one that COUNTERFOIL_STAND names (`COUNTERFOIL_STAND=.demo/demo.json`
 * saves the start while a test is written), and logs the administrator in.
 */
export default async function globalSetup( config: FullConfig ): Promise< void > {
	const root = config.rootDir ? resolve( config.rootDir, '../..' ) : process.cwd();
	const cache = join( root, '.cache/test-e2e' );
	mkdirSync( cache, { recursive: true } );
	removeLeftovers( cache );

	if ( process.env.COUNTERFOIL_STAND ) {
		process.env.COUNTERFOIL_STAND = resolve( process.env.COUNTERFOIL_STAND );
	} else {
		process.env.COUNTERFOIL_STAND = await startStand( root, join( cache, String( process.pid ) ) );
	}

	const { site, admin, storage } = stand();
	process.env.WP_BASE_URL = site;
	process.env.WP_USERNAME = admin.user;
	process.env.WP_PASSWORD = admin.password;
	process.env.STORAGE_STATE_PATH = join( storage, `admin-${ process.pid }.json` );
	// Only now: it reads the addresses when it is loaded.
	const { RequestUtils } = await import( '@wordpress/e2e-test-utils-playwright' );
	const requests = await RequestUtils.setup( {
		baseURL: site,
		user: { username: admin.user, password: admin.password },
		storageStatePath: process.env.STORAGE_STATE_PATH,
	} );
	await requests.setupRest();
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
	process.env.COUNTERFOIL_STAND_PID = String( child.pid );
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
