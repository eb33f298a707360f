/**
 * `npm test`: sets everything up and runs every check; two at a time, the end-to-end tests alone.
 *
 *   npm test -- --only=unit,types     some of: types, eslint, versions, translations, prettier, phpstan, php-cs-fixer,
 *                                     phpcs, unit, jest, stripe, build, package, sqlite, mariadb, neighbours, e2e
 *
 * In the end the checkout has to be as clean as it was: what a run changes is a failure.
 *
 * The last line is "N passed, N failed": the tests of all runners, and one for each static check.
 */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { allChecks } from './lib/checks.mjs';
import { changedFiles } from './lib/clean.mjs';
import { flagsOf, refuse } from './lib/flags.mjs';
import { bold, dim, green, red, say, seconds, step } from './lib/log.mjs';
import { CACHE, ROOT } from './lib/paths.mjs';
import { run } from './lib/run.mjs';
import { setUp } from './lib/setup.mjs';
import { mariaDbTestSite, sqliteTestSite } from './lib/test-sites.mjs';

const CORES = 2;
const flags = flagsOf( { only: { type: 'string' } }, 'Usage: npm test -- [--only=unit,types]' );
const all = allChecks();
const wanted = flags.only?.split( ',' ) ?? all.map( ( check ) => check.name );
const unknown = wanted.filter( ( name ) => ! all.some( ( check ) => check.name === name ) );
if ( unknown.length > 0 ) {
	refuse(
		`Unknown check: ${ unknown.join( ', ' ) }. Available checks: ${ all.map( ( check ) => check.name ).join( ', ' ) }`
	);
}
const needs = ( ...names ) => names.some( ( name ) => wanted.includes( name ) );
const checks = all.filter(
	( { name } ) =>
		wanted.includes( name ) ||
		all.some( ( other ) => wanted.includes( other.name ) && other.after?.includes( name ) )
);
const logs = join( CACHE, 'logs' );

rmSync( join( CACHE, 'results' ), { recursive: true, force: true } );
rmSync( join( CACHE, 'playwright.json' ), { force: true } );
mkdirSync( join( CACHE, 'results' ), { recursive: true } );

const changedBefore = await changedFiles();
let passed = 0;
let failed = 0;
const failures = [];
const timings = [];

try {
	await setUp( {
		system: [
			'php',
			'pdf',
			...( needs( 'translations' ) ? [ 'gettext' ] : [] ),
			...( needs( 'unit' ) ? [ 'unicode' ] : [] ),
			...( needs( 'mariadb', 'neighbours' ) ? [ 'mariadb' ] : [] ),
			...( needs( 'neighbours' ) ? [ 'redis' ] : [] ),
			...( needs( 'e2e' ) ? [ 'chromium' ] : [] ),
		],
		build: false,
	} );
	if ( needs( 'sqlite' ) ) {
		await step( 'Test site on SQLite', sqliteTestSite );
	}
	if ( needs( 'mariadb' ) ) {
		await step( 'Test site on MariaDB', () => mariaDbTestSite() );
	}
	await runAll();
} catch ( error ) {
	process.stderr.write( `\n${ error.message }\n` );
	failed++;
}

// Whose checkout has changes of their own at the beginning works on it: then nobody can say who changed what.
if ( changedBefore?.length === 0 ) {
	const changed = ( await changedFiles() ) ?? [];
	const isClean = changed.length === 0;
	passed += Number( isClean );
	failed += Number( ! isClean );
	const words = isClean ? green( 'passed' ) : red( `changed by this run: ${ changed.join( ', ' ) }` );
	timings.push( { name: 'clean', ms: 0, result: words } );
}

for ( const { name, log } of failures ) {
	const text = existsSync( log ) ? readFileSync( log, 'utf8' ).trimEnd() : '';
	const lines = text.split( '\n' );
	process.stdout.write(
		`\n${ red( bold( `── ${ name } ` ) ) }${ dim( log ) }\n${ lines.length > 150 ? `… ${ lines.length - 150 } lines more in the log\n` : '' }${ lines.slice( -150 ).join( '\n' ) }\n`
	);
}
process.stdout.write(
	`\n${ timings.map( ( { name, ms, result } ) => `  ${ name.padEnd( 14 ) } ${ seconds( ms ).padStart( 8 ) }   ${ result }` ).join( '\n' ) }\n\n`
);
process.stdout.write( `${ passed } passed, ${ failed } failed\n`, () => process.exit( failed > 0 ? 1 : 0 ) );

/** Begins whatever may begin, as long as a core is free; whoever waits for something that failed does not run. */
async function runAll() {
	const waiting = [ ...checks ];
	const running = new Map();
	const done = new Map();
	let load = 0;
	while ( waiting.length > 0 || running.size > 0 ) {
		for ( const check of [ ...waiting ] ) {
			const before = ( check.after ?? [] ).filter( ( name ) => checks.some( ( other ) => other.name === name ) );
			if ( ! before.every( ( name ) => done.has( name ) ) || load + check.weight > CORES ) {
				continue;
			}
			waiting.splice( waiting.indexOf( check ), 1 );
			if ( ! before.every( ( name ) => done.get( name ) ) ) {
				done.set( check.name, false );
				failed++;
				timings.push( { name: check.name, ms: 0, result: red( `not run: ${ before.join( ', ' ) } failed` ) } );
				continue;
			}
			load += check.weight;
			running.set(
				check.name,
				runOne( check ).then( ( ok ) => {
					load -= check.weight;
					running.delete( check.name );
					done.set( check.name, ok );
				} )
			);
		}
		await Promise.race( running.values() );
	}
}

/** @param {import('./lib/checks.mjs').Check} check */
async function runOne( check ) {
	const begin = Date.now();
	const log = join( logs, `${ check.name }.log` );
	say( dim( `${ check.name } …` ) );
	const [ command, ...args ] = check.command;
	const { code, output } = await run( command, args, {
		...( check.cwd ? { cwd: join( ROOT, check.cwd ) } : {} ),
		env: { CI: '1', FORCE_COLOR: '0', ...check.env },
		log,
		allowFailure: true,
	} );
	const counted = check.count?.( output );
	// A runner that fails without a failed test (a crash, a warning, no result) is a failure all the same.
	const bad = Math.max( counted?.failed ?? 0, code === 0 && counted !== null ? 0 : 1 );
	const good = counted ? counted.passed : Number( bad === 0 );
	passed += good;
	failed += bad;
	const verdict = bad ? 'failed' : 'passed';
	const words = counted ? `${ good } passed${ bad ? `, ${ bad } failed` : '' }` : verdict;
	timings.push( { name: check.name, ms: Date.now() - begin, result: bad ? red( words ) : green( words ) } );
	say( `${ bad ? red( '✗' ) : green( '✓' ) } ${ check.name }: ${ words } ${ dim( seconds( Date.now() - begin ) ) }` );
	if ( bad ) {
		failures.push( { name: check.name, log } );
	}
	return bad === 0;
}
