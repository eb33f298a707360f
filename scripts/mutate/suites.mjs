import { join } from 'node:path';
import { run } from '../lib/run.mjs';

const phpunit = ( suite ) => ( filter ) => [
	'php',
	[ '-d', 'memory_limit=1G', 'vendor/bin/phpunit', '--testsuite', suite, '--no-progress', '--filter', filter ],
];

/** What runs the tests of a filter, as a command with its arguments. */
export const SUITES = {
	unit: phpunit( 'unit' ),
	integration: phpunit( 'integration' ),
	jest: ( file ) => [
		'node_modules/.bin/wp-scripts',
		[ 'test-unit-js', '--config', 'tests/js/jest.config.js', '--maxWorkers=1', '--runTestsByPath', file ],
	],
	stripe: ( file ) => [ process.execPath, [ '--import', 'tsx', '--test', join( 'tests/stripe', file ) ] ],
};

/**
 * @param {string} copy   The scratch copy.
 * @param {string} suite
 * @param {string} filter
 * @return {Promise<'green'|'red'|'empty'>} Empty: there is no such test.
 */
export async function runSuite( copy, suite, filter ) {
	const [ command, args ] = SUITES[ suite ]( filter );
	const { code, output } = await run( command, args, {
		cwd: copy,
		env: { CI: '1', FORCE_COLOR: '0', DB_ENGINE: 'sqlite' },
		allowFailure: true,
	} );
	if ( /No tests (executed|found)|^# tests 0$/m.test( output ) ) {
		return 'empty';
	}
	return code === 0 ? 'green' : 'red';
}
