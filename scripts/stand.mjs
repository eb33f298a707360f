/**
 * A complete site for the end-to-end tests: new, seeded, on ports of its own, with the same parts as the demo.
 * `--empty` leaves out the demo's history; `--redis` adds a server for a persistent object cache.
 *
 *   node scripts/stand.mjs --dir DIR --file FILE [--database=mariadb] [--empty] [--redis]
 *   node scripts/stand.mjs --dir SEEDED --file FILE --end       seeds one, and ends at once
 *   node scripts/stand.mjs --dir DIR --file FILE --from SEEDED  begins with the data of that one (SQLite)
 *
 * Writes its addresses to FILE when all is up, and ends everything as soon as its standard input is closed: it
 * never outlives who started it.
 */
import { rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { step } from './lib/log.mjs';
import { openStand } from './lib/stand.mjs';

const { values: flags } = parseArgs( {
	options: {
		dir: { type: 'string' },
		file: { type: 'string' },
		database: { type: 'string', default: 'sqlite' },
		empty: { type: 'boolean', default: false },
		redis: { type: 'boolean', default: false },
		end: { type: 'boolean', default: false },
		from: { type: 'string' },
	},
} );
const dir = resolve( flags.dir );

if ( ! flags.end ) {
	process.stdin.resume();
	process.stdin.on( 'end', () => process.kill( process.pid, 'SIGTERM' ) );
}

rmSync( dir, { recursive: true, force: true } );
try {
	const { stand, end } = await openStand( {
		dir,
		engine: flags.database === 'mariadb' ? 'mysql' : 'sqlite',
		empty: flags.empty,
		redis: flags.redis,
		from: flags.from && resolve( flags.from ),
		ports: { site: 8950, mail: 8960, smtp: 8970, stripe: 8980, mysql: 33080 },
		log: step,
	} );
	if ( flags.end ) {
		await end();
	}
	writeFileSync( flags.file, JSON.stringify( stand, null, '\t' ) );
} catch ( error ) {
	process.stderr.write( `${ error.message }\n` );
	process.exit( 1 );
}
