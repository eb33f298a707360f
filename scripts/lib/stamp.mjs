import { createHash } from 'node:crypto';
import { existsSync, lstatSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CACHE, ROOT } from './paths.mjs';

function* files( path ) {
	if ( ! existsSync( path ) ) {
		return;
	}
	if ( ! lstatSync( path ).isDirectory() ) {
		yield path;
		return;
	}
	for ( const name of readdirSync( path ).sort() ) {
		yield* files( join( path, name ) );
	}
}

/**
 * @param {string[]} paths Files and folders of the checkout; missing ones count as empty.
 * @return {string} A hash of all their names and contents.
 */
export function fingerprint( paths ) {
	const hash = createHash( 'sha256' );
	for ( const path of paths ) {
		for ( const file of files( join( ROOT, path ) ) ) {
			hash.update( file ).update( '\0' ).update( readFileSync( file ) ).update( '\0' );
		}
	}
	return hash.digest( 'hex' );
}

/**
 * Does work only when what it depends on is other than the last time it succeeded.
 *
 * @param {string}              name
 * @param {string[]}            paths   What the work depends on.
 * @param {string}              product What the work makes: without it, it is done anyway.
 * @param {() => Promise<void>} work
 */
export async function whenStale( name, paths, product, work ) {
	const file = join( CACHE, 'stamps', name );
	const now = fingerprint( paths );
	if ( existsSync( join( ROOT, product ) ) && existsSync( file ) && readFileSync( file, 'utf8' ) === now ) {
		return;
	}
	await work();
	mkdirSync( join( CACHE, 'stamps' ), { recursive: true } );
	// Taken anew: the work may write a lock file that belongs to what it depends on.
	writeFileSync( file, fingerprint( paths ) );
}
