import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const given = new Set();

const noteOf = ( port ) => join( tmpdir(), `counterfoil-port-${ port }` );

process.on( 'exit', () => given.forEach( ( port ) => rmSync( noteOf( port ), { force: true } ) ) );

/**
 * Two that are started in the same moment both find a port free, since neither listens yet: the first one to write it
 * down has it.
 *
 * @param {number} port
 */
function reserve( port ) {
	const write = () => writeFileSync( noteOf( port ), String( process.pid ), { flag: 'wx' } );
	try {
		write();
		return true;
	} catch {
		// Somebody has, who may have ended long ago.
	}
	try {
		if ( isAlive( Number( readFileSync( noteOf( port ), 'utf8' ) ) ) ) {
			return false;
		}
		rmSync( noteOf( port ) );
		write();
		return true;
	} catch {
		return false;
	}
}

function isAlive( pid ) {
	try {
		process.kill( pid, 0 );
		return true;
	} catch ( { code } ) {
		return code === 'EPERM';
	}
}

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
		if ( ! given.has( port ) && ( await isFree( port ) ) && reserve( port ) ) {
			given.add( port );
			return port;
		}
	}
	throw new Error( `No free port between ${ wished } and ${ wished + 500 }.` );
}
