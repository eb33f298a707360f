/**
 * `npm test`: sets everything up and runs every check; two at a time, the end-to-end tests alone. What needs only PHP begins
 * while Node's packages are still installed.
 *
 *   npm test -- --only=unit,types     some of: types, eslint, versions, translations, prettier, phpstan, php-cs-fixer,
 *                                     phpcs, unit, jest, stripe, build, package, sqlite, mariadb, neighbours, demo, e2e
 *
 * With CI set, a runner of tests that failed runs once more, alone: what passes then is told as such, with the failures of
 * the first time. A test that fails now and then is to be mended, but must not hold up what is right.
 *
 * In the end the checkout has to be as clean as it was: what a run changes is a failure.
 *
 * The last line is "N passed, N failed": the tests of all runners, and one for each static check.
 */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { findBrowser } from './lib/browser.mjs';
import { allChecks } from './lib/checks.mjs';
import { changedFiles } from './lib/clean.mjs';
import { flagsOf, refuse } from './lib/flags.mjs';
import { bold, dim, green, red, say, seconds, step } from './lib/log.mjs';
import { CACHE, ROOT } from './lib/paths.mjs';
import { stopAll } from './lib/processes.mjs';
import { run } from './lib/run.mjs';
import { beginSetUp } from './lib/setup.mjs';
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
const needsBrowser = needs( 'e2e', 'stripe' );
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
/** @type {Map<string, {good: number, bad: number, ms: number, words: string, log?: string}>} */
const results = new Map();
const failures = [];

let isSetUp = true;

try {
	const { node, php } = beginSetUp( {
		system: [
			'php',
			'pdf',
			...( needs( 'translations' ) ? [ 'gettext' ] : [] ),
			...( needs( 'unit' ) ? [ 'unicode' ] : [] ),
			...( needs( 'mariadb', 'neighbours' ) ? [ 'mariadb' ] : [] ),
			...( needs( 'neighbours' ) ? [ 'redis' ] : [] ),
			...( needsBrowser && ! findBrowser() ? [ 'browser' ] : [] ),
		],
		// Any will do, this one is the quickest.
		wished: needsBrowser ? [ 'browser' ] : [],
	} );
	await runAll( { node, php: php.then( makeTestSites ) } );
	if ( process.env.CI ) {
		for ( const check of checks.filter( ( { name, count } ) => count && results.get( name )?.bad > 0 ) ) {
			await runAgain( check );
		}
	}
} catch ( error ) {
	// What is still being set up, or runs already, must not go on behind the message, nor apt be broken off.
	await stopAll();
	process.stderr.write( `\n${ error.message }\n` );
	failed++;
	isSetUp = false;
}

// Whose checkout has changes of their own at the beginning works on it: then nobody can say who changed what.
if ( isSetUp && changedBefore?.length === 0 ) {
	const changed = ( await changedFiles() ) ?? [];
	const isClean = changed.length === 0;
	passed += Number( isClean );
	failed += Number( ! isClean );
	const words = isClean ? green( 'passed' ) : red( `changed by this run: ${ changed.join( ', ' ) }` );
	results.set( 'clean', { good: 0, bad: 0, ms: 0, words } );
}

for ( const [ name, { good, bad, log } ] of results ) {
	passed += good;
	failed += bad;
	if ( bad > 0 && log ) {
		failures.push( { name, log } );
	}
}

for ( const { name, log } of failures ) {
	const text = existsSync( log ) ? readFileSync( log, 'utf8' ).trimEnd() : '';
	const lines = text.split( '\n' );
	process.stdout.write(
		`\n${ red( bold( `── ${ name } ` ) ) }${ dim( log ) }\n${ lines.length > 150 ? `… ${ lines.length - 150 } lines more in the log\n` : '' }${ lines.slice( -150 ).join( '\n' ) }\n`
	);
}
process.stdout.write(
	`\n${ [ ...results ].map( ( [ name, { ms, words } ] ) => `  ${ name.padEnd( 14 ) } ${ seconds( ms ).padStart( 8 ) }   ${ words }` ).join( '\n' ) }\n\n`
);
process.stdout.write( `${ passed } passed, ${ failed } failed\n`, () => process.exit( failed > 0 ? 1 : 0 ) );

async function makeTestSites() {
	if ( needs( 'sqlite' ) ) {
		await step( 'Test site on SQLite', sqliteTestSite );
	}
	if ( needs( 'mariadb' ) ) {
		await step( 'Test site on MariaDB', () => mariaDbTestSite() );
	}
}

/**
 * Begins whatever may begin, as long as a core is free; whoever waits for something that failed does not run.
 *
 * @param {{node: Promise<void>, php: Promise<void>}} parts Of the set-up. Each keeps a core busy until it is done.
 */
async function runAll( parts ) {
	const waiting = [ ...checks ];
	const running = new Map();
	const done = new Map();
	let load = 0;
	const begin = ( name, weight, work ) => {
		load += weight;
		running.set(
			name,
			work.then( ( ok ) => {
				load -= weight;
				running.delete( name );
				done.set( name, ok );
			} )
		);
	};
	for ( const [ name, part ] of Object.entries( parts ) ) {
		begin(
			name,
			1,
			part.then( () => true )
		);
	}
	while ( waiting.length > 0 || running.size > 0 ) {
		for ( const check of [ ...waiting ] ) {
			const before = [
				...( check.needs ?? Object.keys( parts ) ),
				...( check.after ?? [] ).filter( ( name ) => checks.some( ( other ) => other.name === name ) ),
			];
			if ( ! before.every( ( name ) => done.has( name ) ) || load + check.weight > CORES ) {
				continue;
			}
			waiting.splice( waiting.indexOf( check ), 1 );
			const failedBefore = before.filter( ( name ) => ! done.get( name ) );
			if ( failedBefore.length > 0 ) {
				done.set( check.name, false );
				const words = red( `not run: ${ failedBefore.join( ', ' ) } failed` );
				results.set( check.name, { good: 0, bad: 1, ms: 0, words } );
				continue;
			}
			begin( check.name, check.weight, runOne( check ) );
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
	const verdict = bad ? 'failed' : 'passed';
	const told = counted ? `${ good } passed${ bad ? `, ${ bad } failed` : '' }` : verdict;
	const words = bad ? red( told ) : green( told );
	const ms = Date.now() - begin;
	results.set( check.name, { good, bad, ms, words, log } );
	say( `${ bad ? red( '✗' ) : green( '✓' ) } ${ check.name }: ${ told } ${ dim( seconds( ms ) ) }` );
	return bad === 0;
}

/** @param {import('./lib/checks.mjs').Check} check One that failed. */
async function runAgain( check ) {
	const first = results.get( check.name );
	const log = join( logs, `${ check.name }-first.log` );
	renameSync( first.log, log );
	const isRight = await runOne( check );
	if ( isRight ) {
		const second = results.get( check.name );
		const told = red( `${ first.bad } failed the first time: ${ log }` );
		results.set( check.name, { ...second, ms: first.ms + second.ms, words: `${ second.words }, ${ told }` } );
		process.stdout.write( `${ readFileSync( log, 'utf8' ).trimEnd().split( '\n' ).slice( -80 ).join( '\n' ) }\n` );
	}
}
