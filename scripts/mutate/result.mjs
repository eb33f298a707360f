import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../lib/paths.mjs';

const BEGIN = '<!-- mutations: written by npm run mutate -->';
const END = '<!-- /mutations -->';

/** @param {Array<import('./mutations.mjs').Mutation & {verdict: string}>} rows */
export function writeResult( rows ) {
	const file = join( ROOT, 'tests/README.md' );
	const text = readFileSync( file, 'utf8' );
	const [ before, rest ] = text.split( BEGIN );
	const after = rest?.split( END )[ 1 ];
	if ( after === undefined ) {
		throw new Error( `tests/README.md has no place for the result: ${ BEGIN } … ${ END }` );
	}
	writeFileSync( file, `${ before }${ BEGIN }\n${ resultOf( rows, new Date() ) }\n${ END }${ after }` );
}

/**
 * @param {Array<import('./mutations.mjs').Mutation & {verdict: string}>} rows
 * @param {Date}                                                          at
 * @return {string} Markdown.
 */
export function resultOf( rows, at ) {
	const killed = ( list ) => list.filter( ( { verdict } ) => verdict === 'killed' ).length;
	const areas = [ ...new Set( rows.map( ( { area } ) => area ) ) ].map( ( area ) => {
		const own = rows.filter( ( row ) => row.area === area );
		return `| ${ area } | ${ own.length } | ${ killed( own ) } |`;
	} );
	const left = rows.filter( ( { verdict } ) => verdict !== 'killed' );
	return [
		`On ${ at.toISOString().slice( 0, 10 ) }: ${ killed( rows ) } of ${ rows.length } mutations made their tests fail.`,
		'',
		'| List | Mutations | Detected |',
		'| --- | --- | --- |',
		...areas,
		'',
		left.length === 0
			? 'No mutation passed its tests.'
			: left.map( ( { area, name, verdict } ) => `- ${ area }: ${ name }: ${ verdict }` ).join( '\n' ),
	].join( '\n' );
}
