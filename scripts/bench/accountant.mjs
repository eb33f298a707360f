import { bold, green, red } from '../lib/log.mjs';

/**
 * @typedef {Object} Month An accountant's month, in processor time.
 * @property {number} count          Its documents.
 * @property {number} bare           How many papers a second TCPDF draws in bare cells.
 * @property {number} kept           PDFs a second that are kept already.
 * @property {number} drawn          PDFs a second that have to be drawn first.
 * @property {number} seconds        By the clock, for all.
 * @property {number} bytes          Of the archive.
 * @property {number} memory         Peak, in bytes.
 * @property {number} memory_of_half The same with half as many.
 */

/** Bytes that memory may grow by from half of the documents to all of them. */
const GROWTH = 1_000_000;

/**
 * @param {string} name  Of the database.
 * @param {Month}  found
 * @return {{text: string, failures: number}} What to print, and how much of it is not as it has to be.
 */
export function accountant( name, found ) {
	const fails = [
		found.kept < 0.5 * found.bare ? 'kept < 0.5 × bare cells' : '',
		found.drawn < 0.5 * found.bare ? 'drawn < 0.5 × bare cells' : '',
		found.memory > found.memory_of_half + GROWTH ? 'memory grows' : '',
	].filter( Boolean );
	const megabytes = ( bytes ) => `${ ( bytes / 1_000_000 ).toFixed( 1 ) } MB`;
	const rate = ( count ) =>
		`${ count.toFixed( 0 ) } a second, ${ ( count / found.bare ).toFixed( 2 ) } of bare cells`;
	return {
		failures: fails.length,
		text: [
			bold( `${ name }: the accountant’s month, ${ found.count } documents` ),
			`  bare cells of TCPDF      ${ found.bare.toFixed( 0 ) } a second`,
			`  PDFs that are kept       ${ rate( found.kept ) }`,
			`  PDFs drawn first         ${ rate( found.drawn ) }`,
			`  all of it                ${ found.seconds.toFixed( 1 ) } s, ${ megabytes( found.bytes ) }`,
			`  memory                   ${ megabytes( found.memory ) }, ${ megabytes( found.memory_of_half ) } for half`,
			fails.length ? red( `  ${ fails.join( ', ' ) }` ) : green( '  ✓' ),
			'',
			'',
		].join( '\n' ),
	};
}
