/** Progress for people: one line a step, with the seconds it took. */

const started = Date.now();
const tty = process.stdout.isTTY;
const paint = ( code, text ) => ( tty ? `\u001b[${ code }m${ text }\u001b[0m` : text );

export const dim = ( text ) => paint( '2', text );
export const bold = ( text ) => paint( '1', text );
export const green = ( text ) => paint( '32', text );
export const red = ( text ) => paint( '31', text );

export const seconds = ( ms ) => `${ ( ms / 1000 ).toFixed( 1 ) } s`;

export function say( text ) {
	process.stdout.write( `${ dim( seconds( Date.now() - started ).padStart( 7 ) ) }  ${ text }\n` );
}

/**
 * Runs one step and says when it began (if it is a slow one) and when it was done.
 *
 * @template T
 * @param {string}           title
 * @param {() => Promise<T>} work
 * @param {string}           [hint] How long it takes, for who waits.
 * @return {Promise<T>} What the work returned.
 */
export async function step( title, work, hint = '' ) {
	const begin = Date.now();
	const announce = setTimeout( () => say( `${ title } …${ hint && ` ${ dim( hint ) }` }` ), 400 );
	try {
		const result = await work();
		clearTimeout( announce );
		say( `${ green( '✓' ) } ${ title } ${ dim( seconds( Date.now() - begin ) ) }` );
		return result;
	} catch ( error ) {
		clearTimeout( announce );
		say( `${ red( '✗' ) } ${ title }` );
		throw error;
	}
}
