import { cpSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { FullConfig } from '@playwright/test';
import { allStands, type Stand } from './stand';

/** Milliseconds until the site's processes have ended. */
const PATIENCE = 20_000;

/** A line of debug.log that PHP or WordPress wrote by themselves. */
const PHP_COMPLAINT = /^.*\bPHP (?:Warning|Notice|Deprecated|Fatal error|Parse error|Recoverable fatal error).*$/gm;

/** Ends the sites that the set-up started; their logs stay in .cache/test-e2e/log. */
export default async function globalTeardown( config: FullConfig ): Promise< void > {
	const pids = ( process.env.COUNTERFOIL_STAND_PIDS ?? '' ).trim().split( ' ' ).map( Number ).filter( Boolean );
	if ( pids.length === 0 ) {
		return;
	}
	const stands = allStands();
	pids.filter( isAlive ).forEach( ( pid ) => process.kill( pid, 'SIGTERM' ) );
	const end = Date.now() + PATIENCE;
	while ( pids.some( isAlive ) && Date.now() < end ) {
		await new Promise( ( next ) => setTimeout( next, 50 ) );
	}
	const cache = join( resolve( config.rootDir, '../..' ), '.cache/test-e2e' );
	rmSync( join( cache, `${ process.pid }-seeded` ), { recursive: true, force: true } );
	rmSync( join( cache, `${ process.pid }-seeded.json` ), { force: true } );
	const log = join( cache, 'log' );
	rmSync( log, { recursive: true, force: true } );
	const complaints = stands.flatMap( ( one, worker ) => leave( one, join( log, String( worker ) ) ) );
	if ( complaints.length > 0 ) {
		throw new Error( `PHP complained ${ complaints.length } times:\n${ complaints.slice( 0, 10 ).join( '\n' ) }` );
	}
}

/** Removes a site but for its logs, and says what PHP complained about in it. */
function leave( { storage, log: debugLog }: Stand, log: string ): readonly string[] {
	if ( existsSync( join( storage, 'log' ) ) ) {
		cpSync( join( storage, 'log' ), log, { recursive: true } );
	}
	const complaints = existsSync( debugLog ) ? ( readFileSync( debugLog, 'utf8' ).match( PHP_COMPLAINT ) ?? [] ) : [];
	rmSync( storage, { recursive: true, force: true } );
	rmSync( `${ storage }.json`, { force: true } );
	return complaints;
}

function isAlive( pid: number ): boolean {
	try {
		process.kill( pid, 0 );
		return true;
	} catch {
		return false;
	}
}
