import { createServer } from 'node:net';

const given = new Set();

/**
 * Browsers may take "localhost" for either address: both have to be free. A machine without IPv6 has no ::1.
 *
 * @param {number} port
 */
async function isFree( port ) {
	for ( const host of [ '127.0.0.1', '::1' ] ) {
		const error = await new Promise( ( done ) => {
			const server = createServer();
			server.once( 'error', ( { code } ) => done( code ) );
			server.listen( { port, host, exclusive: true }, () => server.close( () => done( null ) ) );
		} );
		if ( error && error !== 'EADDRNOTAVAIL' && error !== 'EAFNOSUPPORT' ) {
			return false;
		}
	}
	return true;
}

/**
 * The wished port, or the next free one above it. Never the same one twice in a run, so that
 * several servers can be given theirs before the first is started.
 *
 * @param {number} wished
 * @return {Promise<number>} A free port on 127.0.0.1.
 */
export async function freePort( wished ) {
	for ( let port = wished; port < wished + 500; port++ ) {
		if ( ! given.has( port ) && ( await isFree( port ) ) ) {
			given.add( port );
			return port;
		}
	}
	throw new Error( `No free port between ${ wished } and ${ wished + 500 }.` );
}
