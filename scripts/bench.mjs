/**
 * `npm run bench`: what lists cost with 100 and with 100,000 invoices, over HTTP, beside a route that does nothing;
 * and issuing, beside a bare transaction that gives a number without a gap.
 *
 *   --runs 41                     how often each is asked; the median counts
 *   --database=sqlite|mariadb     only on one of them
 *
 * Ends with 1 when something takes longer than it may.
 */
import { parseArgs } from 'node:util';
import { accountant } from './bench/accountant.mjs';
import { key, measure } from './bench/measure.mjs';
import { NOTHING, ROUTES } from './bench/routes.mjs';
import { benchSite } from './bench/site.mjs';
import { weigh } from './bench/weight.mjs';
import { bold, dim, green, red, step } from './lib/log.mjs';
import { setUp } from './lib/setup.mjs';

const { values: flags } = parseArgs( {
	options: { runs: { type: 'string', default: '41' }, database: { type: 'string' } },
} );
const engines = [ 'sqlite', 'mysql' ].filter(
	( engine ) => ! flags.database || engine === ( flags.database === 'mariadb' ? 'mysql' : flags.database )
);
const counts = [ 100, 100000 ];
let failures = 0;

await setUp( { system: [ 'php', 'mariadb' ] } );
for ( const engine of engines ) {
	const name = engine === 'mysql' ? 'MariaDB' : 'SQLite';
	const sites = [];
	for ( const count of counts ) {
		sites.push( await step( `${ name } with ${ count } invoices`, () => benchSite( engine, count ) ) );
	}
	const medians = await step( `${ name }: ${ flags.runs } rounds`, () =>
		measure( sites, [ ...Object.values( NOTHING ), ...ROUTES ], Number( flags.runs ) )
	);
	process.stdout.write( table( name, sites, medians ) );
	const weights = await step( `${ name }: processor time`, () => weigh( sites[ 0 ], Number( flags.runs ) ) );
	process.stdout.write( weightTable( weights ) );
	process.stdout.write( issuing( name, await step( `${ name }: issuing`, sites[ 1 ].issuing ) ) );
	const month = accountant( name, await step( `${ name }: the accountant’s month`, sites[ 0 ].accountant ) );
	failures += month.failures;
	process.stdout.write( month.text );
}
process.exit( failures === 0 ? 0 : 1 );

/**
 * @param {string}                                        name
 * @param {import('./bench/site.mjs').BenchSite[]}        sites   Small, large.
 * @param {Map<string, {ms: number, queries: number}>}    medians
 */
function table( name, [ small, large ], medians ) {
	const row = ( ...cells ) =>
		`  ${ cells[ 0 ].padEnd( 24 ) }${ cells
			.slice( 1 )
			.map( ( cell ) => cell.padStart( 12 ) )
			.join( '' ) }`;
	const lines = [
		'',
		bold( name ),
		dim( row( 'median of ' + flags.runs, '100', '100,000', 'ratio', 'to nothing', 'queries' ) ),
	];
	for ( const route of [ ...Object.values( NOTHING ), ...ROUTES ] ) {
		const [ few, many ] = [ small, large ].map( ( site ) => medians.get( key( site, route ) ) );
		const nothing = medians.get( key( large, NOTHING[ route.as ] ) );
		const ratio = many.ms / few.ms;
		const fails = [
			route.ratio && ratio > route.ratio ? `ratio > ${ route.ratio }` : '',
			route.queries && many.queries > route.queries ? `queries > ${ route.queries }` : '',
			route.within && many.ms > route.within ? `> ${ route.within } ms` : '',
		].filter( Boolean );
		failures += fails.length;
		const judged = route.ratio || route.queries || route.within;
		lines.push(
			row(
				route.name,
				`${ few.ms.toFixed( 1 ) } ms`,
				`${ many.ms.toFixed( 1 ) } ms`,
				ratio.toFixed( 2 ),
				( many.ms / nothing.ms ).toFixed( 2 ),
				String( many.queries )
			) + ( judged ? `  ${ fails.length ? red( fails.join( ', ' ) ) : green( '✓' ) }` : '' )
		);
	}
	return `${ lines.join( '\n' ) }\n\n`;
}

/** @param {Awaited<ReturnType<typeof weigh>>} weights */
function weightTable( weights ) {
	const lines = weights.map( ( { name, first, second, ratio, most } ) => {
		failures += ratio > most ? 1 : 0;
		const verdict = ratio > most ? red( `> ${ most }` ) : green( '✓' );
		const figures = `${ first.toFixed( 1 ) } / ${ second.toFixed( 1 ) } ms`.padStart( 20 );
		return `  ${ name.padEnd( 46 ) }${ figures }${ ratio.toFixed( 3 ).padStart( 8 ) }  ${ verdict }`;
	} );
	return `${ lines.join( '\n' ) }\n\n`;
}

/**
 * @param {string}                                  name
 * @param {import('./bench/site.mjs').Issuing}      found
 */
function issuing( name, found ) {
	// On SQLite a commit waits for nobody's lock: only MariaDB is judged.
	// It reads what was credited before, besides.
	const slow = found.crediting_ms > 1.25 * found.issuing_ms ? [ 'crediting > 1.25 × issuing' ] : [];
	const fails =
		name === 'MariaDB'
			? [ found.ratio < 0.25 ? 'ratio < 0.25' : '', found.bytes > 45000 ? '> 45 KB' : '', ...slow ].filter(
					Boolean
				)
			: slow;
	failures += fails.length;
	const kilobytes = ( bytes ) => `${ ( bytes / 1000 ).toFixed( 1 ) } KB`;
	return [
		bold( `${ name }: issuing, ten lines and a logo` ),
		`  bare number              ${ found.bare_ms.toFixed( 2 ) } ms`,
		`  issuing                  ${ found.issuing_ms.toFixed( 2 ) } ms, ${ found.ratio.toFixed( 2 ) } of bare`,
		`  crediting all of it      ${ found.crediting_ms.toFixed( 2 ) } ms`,
		`  the PDF, afterwards      ${ found.pdf_ms.toFixed( 1 ) } ms, ${ kilobytes( found.pdf_bytes ) }`,
		`  on the disk              ${ found.bytes === 0 ? 'not known' : kilobytes( found.bytes ) + ' an invoice' }`,
		fails.length ? red( `  ${ fails.join( ', ' ) }` ) : green( '  ✓' ),
		'',
		'',
	].join( '\n' );
}
