/**
 * `npm run mutate`: breaks the code on purpose, one small place at a time, in a copy of the checkout; each break has
 * to turn the tests red that are named for it. What survives is a hole in the tests.
 *
 *   npm run mutate                     all of scripts/mutate/list/, and the result is written into tests/README.md
 *   npm run mutate -- --only=money     only the lists (and mutations) with this in their name; nothing is written
 *
 * Takes minutes: not part of `npm test`.
 */
import { flagsOf } from './lib/flags.mjs';
import { bold, green, red, say } from './lib/log.mjs';
import { scratchCopy } from './mutate/copy.mjs';
import { allMutations } from './mutate/mutations.mjs';
import { writeResult } from './mutate/result.mjs';
import { runSuite } from './mutate/suites.mjs';
import { withMutation } from './mutate/with-mutation.mjs';

const { only } = flagsOf( { only: { type: 'string' } }, 'Usage: npm run mutate -- [--only=money]' );
const mutations = ( await allMutations() ).filter(
	( { area, name } ) => ! only || `${ area }: ${ name }`.includes( only )
);
if ( mutations.length === 0 ) {
	throw new Error( `Unknown mutation list "${ only }".` );
}
const copy = await scratchCopy( { withSite: mutations.some( ( { suite } ) => suite === 'integration' ) } );

/** What is red without a mutation says nothing about one. */
const healthy = new Map();
const isHealthy = async ( { suite, filter } ) => {
	const key = `${ suite } ${ filter }`;
	if ( ! healthy.has( key ) ) {
		healthy.set( key, await runSuite( copy, suite, filter ) );
	}
	return healthy.get( key ) === 'green';
};

const rows = [];
for ( const mutation of mutations ) {
	const { area, name, suite, filter } = mutation;
	let verdict;
	try {
		verdict = await withMutation(
			copy,
			mutation,
			async () => {
				if ( ( await runSuite( copy, suite, filter ) ) === 'red' ) {
					return 'killed';
				}
				return 'survived';
			},
			() => isHealthy( mutation )
		);
	} catch ( error ) {
		verdict = `error: ${ error.message }`;
	}
	rows.push( { ...mutation, verdict } );
	say(
		`${ verdict === 'killed' ? green( '✓' ) : red( '✗' ) } ${ area }: ${ name } (${ suite } ${ filter }) ${ verdict === 'killed' ? '' : red( verdict ) }`
	);
}

const bad = rows.filter( ( { verdict } ) => verdict !== 'killed' );
process.stdout.write( `\n${ bold( `${ rows.length } mutations, ${ rows.length - bad.length } killed` ) }\n` );
for ( const { area, name, file, verdict } of bad ) {
	process.stdout.write( `  ${ area }: ${ name } (${ file }): ${ verdict }\n` );
}
if ( ! only ) {
	writeResult( rows );
}
process.exitCode = bad.length > 0 ? 1 : 0;
