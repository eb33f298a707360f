import { readFileSync } from 'node:fs';

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

export function stand(): Stand {
	const file = process.env.COUNTERFOIL_STAND;
	if ( ! file ) {
		throw new Error( 'The global set-up has not run.' );
	}
	return JSON.parse( readFileSync( file, 'utf8' ) ) as Stand;
}
