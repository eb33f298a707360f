/**
 * Whether a checkout has one version of everything, today and in a year: exact versions in composer.json, package.json
 * and the fake Stripe's package.json, the indirect PHP packages too, and what is installed is what they say.
 *
 *   node scripts/lint/versions.mjs
 *
 * composer.json stands in for a composer.lock, which would name the registry that it was made with.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { composerFaults, lockFaults, nodeFaults } from './version-faults.mjs';

const root = fileURLToPath( new URL( '../..', import.meta.url ) );
const read = ( file ) => JSON.parse( readFileSync( join( root, file ), 'utf8' ) );

const lock = read( 'package-lock.json' );
const faults = [
	...composerFaults( read( 'composer.json' ), read( 'vendor/composer/installed.json' ) ),
	...nodeFaults( read( 'package.json' ), read( 'tests/stripe/package.json' ) ),
	...lockFaults( read( 'package.json' ), lock, read( 'node_modules/.package-lock.json' ) ),
	...( existsSync( join( root, 'tests/stripe/node_modules' ) )
		? [ 'tests/stripe/node_modules: what the fake Stripe needs is installed at the root' ]
		: [] ),
];
process.stdout.write( faults.map( ( fault ) => `${ fault }\n` ).join( '' ) );
process.exitCode = faults.length > 0 ? 1 : 0;
