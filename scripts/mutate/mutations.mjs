import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from '../lib/paths.mjs';
import { SUITES } from './suites.mjs';

/**
 * One place to break.
 *
 * @typedef {Object} Mutation
 * @property {string} area    The list it stands in.
 * @property {string} name    What is broken, for people; unique in its list.
 * @property {string} file    Of the checkout.
 * @property {string} search  Text that stands in the file exactly once.
 * @property {string} replace What stands there instead.
 * @property {string} suite   Which runner has to turn red: a key of SUITES.
 * @property {string} filter  Which of its tests: PHPUnit's --filter, or a test file.
 */

/** @return {Promise<Mutation[]>} Of scripts/mutate/list/*.mjs, each of which exports its list as default. */
export async function allMutations() {
	const folder = join( ROOT, 'scripts/mutate/list' );
	const files = readdirSync( folder )
		.filter( ( name ) => name.endsWith( '.mjs' ) )
		.sort();
	const lists = await Promise.all(
		files.map( async ( file ) => {
			const { default: list } = await import( pathToFileURL( join( folder, file ) ) );
			return list.map( ( mutation ) => ( { ...mutation, area: file.replace( /\.mjs$/, '' ) } ) );
		} )
	);
	const all = lists.flat();
	for ( const { area, name, suite } of all ) {
		if ( ! ( suite in SUITES ) ) {
			throw new Error( `${ area }: ${ name }: there is no suite "${ suite }".` );
		}
	}
	return all;
}
