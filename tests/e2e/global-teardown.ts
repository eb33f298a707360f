import { cpSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { FullConfig } from '@playwright/test';
import { stand } from './stand';

/** Milliseconds until the site's processes have ended. */
const PATIENCE = 20_000;

/** A line of debug.log that PHP or WordPress wrote by themselves. */
const PHP_COMPLAINT = /^.*\bPHP (?:Warning|Notice|Deprecated|Fatal error|Parse error|Recoverable fatal error).*$/gm;

/** Ends the site that the set-up started; its logs stay in .cache/test-e2e/log. */
export default async function globalTeardown( config: FullConfig ): Promise< void > {
	const pid = Number( process.env.COUNTERFOIL_STAND_PID ?? 0 );
	if ( pid === 0 || ! process.env.COUNTERFOIL_STAND ) {
		return;
	}
	const { storage, log: debugLog } = stand();
	process.kill( pid, 'SIGTERM' );
	const end = Date.now() + PATIENCE;
	while ( isAlive( pid ) && Date.now() < end ) {
		await new Promise( ( next ) => setTimeout( next, 50 ) );
	}
	const log = join( resolve( config.rootDir, '../..' ), '.cache/test-e2e/log' );
	rmSync( log, { recursive: true, force: true } );
	if ( existsSync( join( storage, 'log' ) ) ) {
		cpSync( join( storage, 'log' ), log, { recursive: true } );
	}
	const complaints = existsSync( debugLog ) ? ( readFileSync( debugLog, 'utf8' ).match( PHP_COMPLAINT ) ?? [] ) : [];
	rmSync( storage, { recursive: true, force: true } );
	rmSync( `${ storage }.json`, { force: true } );
	if ( complaints.length > 0 ) {
		throw new Error( `PHP complained ${ complaints.length } times:\n${ complaints.slice( 0, 10 ).join( '\n' ) }` );
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
