/**
 * What the overview costs at a million documents and a hundred thousand subscriptions, beside one of our routes that does nothing.
 *
 *   node scripts/bench/overview.mjs --database=sqlite|mariadb [--documents 1000000] [--subscriptions 100000] [--runs 41]
 *
 * Ends with 1 when it takes longer than it may.
 */
import { parseArgs } from 'node:util';
import { say, step } from '../lib/log.mjs';
import { setUp } from '../lib/setup.mjs';
import { key, measure } from './measure.mjs';
import { NOTHING } from './routes.mjs';
import { benchSite } from './site.mjs';

const LIMIT = 1.3;
const { values: flags } = parseArgs( {
	options: {
		database: { type: 'string', default: 'sqlite' },
		documents: { type: 'string', default: '1000000' },
		subscriptions: { type: 'string', default: '100000' },
		runs: { type: 'string', default: '41' },
	},
} );
const route = { name: 'overview', as: 'staff', path: () => '/counterfoil/v1/overview' };
/** As the first one who opens it after a change gets it. */
const anew = { name: 'overview anew', as: 'staff', path: () => '/counterfoil/v1/overview?context=anew' };

await setUp( { system: [ 'php', 'mariadb' ] } );
const engine = flags.database === 'mariadb' ? 'mysql' : 'sqlite';
const site = await step( 'Site', () => benchSite( engine, 1000 ) );
say( JSON.stringify( await step( 'Documents', () => site.grow( flags.documents, flags.subscriptions ) ) ) );
const medians = await step( `${ flags.runs } rounds`, () =>
	measure( [ site ], [ NOTHING.staff, route, anew ], Number( flags.runs ) )
);
const nothing = medians.get( key( site, NOTHING.staff ) );
const overview = medians.get( key( site, route ) );
const ratio = overview.ms / nothing.ms;
say(
	`overview ${ overview.ms.toFixed( 1 ) } ms, ${ overview.queries } queries; nothing ${ nothing.ms.toFixed( 1 ) } ms; ratio ${ ratio.toFixed( 2 ) } (≤ ${ LIMIT })`
);
const first = medians.get( key( site, anew ) );
say(
	`the first after a change ${ first.ms.toFixed( 1 ) } ms, ${ first.queries } queries; ratio ${ ( first.ms / nothing.ms ).toFixed( 2 ) }`
);
process.exit( ratio <= LIMIT ? 0 : 1 );
