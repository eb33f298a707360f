import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CACHE, ROOT } from './paths.mjs';

/**
 * @typedef {Object} Check
 * @property {string}                                    name
 * @property {string[]}                                  command
 * @property {Object<string, string>}                    [env]
 * @property {string}                                    [cwd]     A folder of the checkout; without it, the checkout.
 * @property {Array<'node'|'php'>}                       [needs]   Of the set-up; without it, both.
 * @property {string[]}                                  [after]   Names of steps that have to be done before.
 * @property {number}                                    weight    2 for what keeps both cores busy.
 * @property {(output: string) => {passed: number, failed: number}|null} [count] Its tests; without it, it counts as one.
 */

const RESULTS = join( CACHE, 'results' );

/** A site with the demo's history, with which each worker of the end-to-end tests begins. */
const SEEDED = join( CACHE, 'test-e2e/seeded' );
const number = ( text, pattern ) => Number( text.match( pattern )?.[ 1 ] ?? 0 );
const node = process.execPath;
const bin = ( name ) => join( ROOT, 'node_modules/.bin', name );

/** Of a JUnit file, as PHPUnit writes it: the outermost suite has the sums. */
function junit( file ) {
	if ( ! existsSync( file ) ) {
		return null;
	}
	const text = readFileSync( file, 'utf8' );
	const suite = text.match( /<testsuite [^>]*>/ )?.[ 0 ] ?? '';
	const failed = number( suite, /errors="(\d+)"/ ) + number( suite, /failures="(\d+)"/ );
	return { passed: number( suite, /tests="(\d+)"/ ) - failed - number( suite, /skipped="(\d+)"/ ), failed };
}

function jest() {
	const file = join( RESULTS, 'jest.json' );
	if ( ! existsSync( file ) ) {
		return null;
	}
	const result = JSON.parse( readFileSync( file, 'utf8' ) );
	return { passed: result.numPassedTests, failed: result.numFailedTests + result.numRuntimeErrorTestSuites };
}

function playwright() {
	const file = join( CACHE, 'playwright.json' );
	if ( ! existsSync( file ) ) {
		return null;
	}
	const { stats, errors } = JSON.parse( readFileSync( file, 'utf8' ) );
	return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length };
}

const tap = ( output ) => ( {
	passed: number( output, /^# pass (\d+)$/m ),
	failed: number( output, /^# fail (\d+)$/m ),
} );

/** WordPress translates each statement for SQLite in PHP: compiled, that takes a third less time. */
const COMPILED = [ 'enable_cli=1', 'revalidate_freq=0', 'jit=tracing', 'jit_buffer_size=128M' ];

const phpunit = ( name, suite, more ) => ( {
	name,
	command: [
		'php',
		'-d',
		'memory_limit=1G',
		...( more?.env?.DB_ENGINE === 'sqlite' ? COMPILED : [] ).flatMap( ( setting ) => [
			'-d',
			`opcache.${ setting }`,
		] ),
		'vendor/bin/phpunit',
		'--testsuite',
		suite,
		'--log-junit',
		join( RESULTS, `${ name }.xml` ),
		'--colors=never',
		'--no-progress',
	],
	weight: 1,
	count: () => junit( join( RESULTS, `${ name }.xml` ) ),
	...more,
} );

/**
 * Every check of the project. Those of a machine's two cores' weight run alone.
 *
 * @return {Check[]} In the order in which they are begun, as far as two cores allow.
 */
export function allChecks() {
	/** @type {Check[]} */
	const checks = [
		{
			name: 'build',
			command: [
				node,
				'-e',
				'import("./scripts/lib/setup.mjs").then( ( { buildWhenStale } ) => buildWhenStale() ).catch( ( error ) => { console.error( error.message ); process.exit( 1 ); } )',
			],
			weight: 1,
		},
		{ name: 'types', command: [ bin( 'tsc' ), '--noEmit', '--pretty', 'false' ], after: [ 'build' ], weight: 1 },
		{
			name: 'phpstan',
			command: [ 'vendor/bin/phpstan', 'analyse', '--no-progress', '--memory-limit=1G' ],
			needs: [ 'php' ],
			weight: 1,
		},
		{
			name: 'eslint',
			command: [
				bin( 'eslint' ),
				'src',
				'blocks',
				'tests',
				'scripts',
				'--no-error-on-unmatched-pattern',
				'--max-warnings=0',
			],
			weight: 1,
		},
		{ name: 'versions', command: [ node, 'scripts/lint/versions.mjs' ], weight: 1 },
		{ name: 'translations', command: [ node, 'scripts/i18n.mjs', '--report' ], weight: 1 },
		{ name: 'docs', command: [ node, 'scripts/docs.mjs', '--check' ], after: [ 'build' ], weight: 1 },
		{ name: 'prettier', command: [ bin( 'prettier' ), '--check', '{src,blocks}/**/*.scss' ], weight: 1 },
		{
			name: 'php-cs-fixer',
			command: [ 'vendor/bin/php-cs-fixer', 'check', '--diff' ],
			env: { PHP_CS_FIXER_IGNORE_ENV: '1' },
			needs: [ 'php' ],
			weight: 1,
		},
		{
			name: 'phpcs',
			command: [ 'php', '-d', 'error_reporting=E_ALL & ~E_DEPRECATED', 'vendor/bin/phpcs' ],
			needs: [ 'php' ],
			weight: 1,
		},
		phpunit( 'unit', 'unit', { needs: [ 'php' ] } ),
		{
			name: 'jest',
			command: [
				bin( 'wp-scripts' ),
				'test-unit-js',
				'--config',
				'tests/js/jest.config.js',
				'--json',
				`--outputFile=${ join( RESULTS, 'jest.json' ) }`,
				'--maxWorkers=1',
			],
			after: [ 'build' ],
			weight: 1,
			count: jest,
		},
		{
			name: 'stripe',
			command: [ 'npm', 'test', '--silent' ],
			cwd: 'tests/stripe',
			weight: 1,
			count: tap,
		},
		phpunit( 'sqlite', 'integration', { env: { DB_ENGINE: 'sqlite' }, after: [ 'build' ] } ),
		phpunit( 'mariadb', 'integration', { env: { DB_ENGINE: 'mysql' }, after: [ 'build' ] } ),
		{
			name: 'neighbours',
			command: [ node, '--import', 'tsx', '--test', '--test-reporter=tap', 'tests/neighbours/sqlite.test.ts' ],
			after: [ 'build' ],
			weight: 1,
			count: tap,
		},
		{
			name: 'demo',
			command: [ node, 'scripts/stand.mjs', '--dir', SEEDED, '--file', `${ SEEDED }.json`, '--end' ],
			after: [ 'build' ],
			weight: 1,
		},
		{ name: 'package', command: [ node, 'scripts/package.mjs', '--no-build' ], after: [ 'build' ], weight: 1 },
		{
			name: 'e2e',
			command: [ bin( 'playwright' ), 'test' ],
			env: { COUNTERFOIL_SEEDED: SEEDED },
			after: [ 'build', 'demo' ],
			weight: 2,
			count: playwright,
		},
	];
	return checks;
}
