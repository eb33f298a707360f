import { spawn } from 'node:child_process';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** Milliseconds: a new site with months of seeded history. */
const PATIENCE = 180_000;

/**
 * Starts a site in a process of its own, which ends with this one.
 *
 * @param root    The checkout.
 * @param dir     All of the site's files; also the name of the file, with `.json`, that says where everything is.
 * @param options Of scripts/stand.mjs.
 */
export async function startStand( root: string, dir: string, options: readonly string[] ): Promise< string > {
	const file = `${ dir }.json`;
	// It ends when its input is closed: with this process, however that ends.
	const child = spawn( process.execPath, [ 'scripts/stand.mjs', '--dir', dir, '--file', file, ...options ], {
		cwd: root,
		stdio: [ 'pipe', 'inherit', 'inherit' ],
	} );
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
export function removeLeftovers( cache: string ): void {
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
