import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where everything is while the tests run; the demo writes the same to .demo/demo.json. */
export interface Stand {
	site: string;
	admin: { url: string; user: string; password: string };
	portal: { url: string; contacts: StandContact[] };
	mail: { url: string; api: string; smtp: number };
	stripe: { url: string; webhookSecret: string } | null;
	database: { engine: 'sqlite' | 'mysql'; file?: string; port?: number; name?: string };
	/** WordPress' folder. */
	root: string;
	/** WordPress' debug.log; missing as long as nothing was logged. */
	log: string;
	/** The folder with all of this site's files. */
	storage: string;
}

export interface StandContact {
	email: string;
	password: string;
	name?: string;
	client?: string;
}

/**
 * A site for each worker, so that tests that run side by side do not meet: files, in the order of the workers. The
 * global set-up writes them here.
 */
const STANDS = 'COUNTERFOIL_STANDS';

export const keepStands = ( files: readonly string[] ) => ( process.env[ STANDS ] = files.join( ',' ) );

/** Of every worker; empty before the global set-up has run. */
export function allStands(): Stand[] {
	return ( process.env[ STANDS ] ?? '' )
		.split( ',' )
		.filter( ( file ) => file !== '' )
		.map( ( file ) => JSON.parse( readFileSync( file, 'utf8' ) ) as Stand );
}

/** Of this worker. */
export function stand(): Stand {
	const mine = allStands()[ Number( process.env.TEST_PARALLEL_INDEX ?? 0 ) ];
	if ( ! mine ) {
		throw new Error( 'The global set-up has not run.' );
	}
	return mine;
}

/** Where the administrator's log-in is kept for this run. */
export const loginFile = ( { storage }: Stand ) =>
	join( storage, `admin-${ process.env.COUNTERFOIL_E2E_RUN ?? '' }.json` );
