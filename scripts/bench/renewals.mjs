/**
 * `node scripts/bench/renewals.mjs`: how many due subscriptions renew in a second beside bare transactions that give a
 * number without a gap, on a site of its own.
 *
 *   --count 10000                 how many are due
 *   --budget 20                   seconds that a run of the worker may take
 *   --database=mariadb|sqlite     mariadb when left out
 *
 * Ends with 1 when something is not as it has to be.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { bold, green, red, step } from '../lib/log.mjs';
import { ROOT } from '../lib/paths.mjs';
import { setUp } from '../lib/setup.mjs';
import { php } from '../lib/site.mjs';
import { emptySite } from './site.mjs';

/** Bytes that memory may grow by in a run, once all classes are loaded. */
const GROWTH = 1_000_000;

/** Seconds that what a run has begun may take longer than its time. */
const LAST_ROW = 2;

const { values: flags } = parseArgs( {
	options: {
		count: { type: 'string', default: '10000' },
		budget: { type: 'string', default: '20' },
		database: { type: 'string', default: 'mariadb' },
	},
} );
const engine = flags.database === 'mariadb' ? 'mysql' : 'sqlite';
await setUp( { system: [ 'php', 'mariadb' ] } );
const { site } = await step( 'Site', () => emptySite( engine, `renewals_${ engine }` ) );
const { stdout } = await step( `${ flags.count } renewals`, () =>
	php( site, [ join( ROOT, 'scripts/bench/renewals.php' ), flags.count, flags.budget ] )
);
const found = JSON.parse( stdout );
const ratio = found.per_second / found.bare_per_second;
const fails = [
	found.renewed < found.count ? 'not all were renewed' : '',
	found.calls !== found.renewed || found.charges !== found.renewed ? 'not one call for each charge' : '',
	ratio < 0.25 ? 'ratio < 0.25' : '',
	found.grown > GROWTH ? 'memory grows' : '',
	found.longest > found.budget + LAST_ROW ? 'a run was longer than its time' : '',
].filter( Boolean );
const megabytes = ( bytes ) => `${ ( bytes / 1_000_000 ).toFixed( 1 ) } MB`;
process.stdout.write(
	[
		bold( `${ engine === 'mysql' ? 'MariaDB' : 'SQLite' }: ${ found.count } renewals due` ),
		`  bare numbers             ${ found.bare_per_second.toFixed( 0 ) } a second`,
		`  renewals                 ${ found.per_second.toFixed( 1 ) } a second, ${ ratio.toFixed( 3 ) } of bare`,
		`  a renewal                ${ found.statements.toFixed( 1 ) } statements, ${ found.processor_ms.toFixed( 1 ) } ms of PHP`,
		`  calls of the gateway     ${ found.calls } for ${ found.renewed } charges`,
		`  the longest run          ${ found.longest.toFixed( 1 ) } s of ${ found.budget } s, ${ found.runs } runs, two at a time where much is left`,
		`  memory                   ${ megabytes( found.memory ) } at the end of a run, ${ megabytes( found.grown ) } more than after its first two seconds`,
		`  a mail, afterwards       ${ found.mail_ms.toFixed( 1 ) } ms, its PDF included`,
		fails.length ? red( `  ${ fails.join( ', ' ) }` ) : green( '  ✓' ),
		'',
	].join( '\n' )
);
process.exit( fails.length === 0 ? 0 : 1 );
