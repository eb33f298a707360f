import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import typescript from 'typescript';
import { run } from '../lib/run.mjs';

/**
 * Breaks one place of the copy, lets the tests run, and mends it again.
 *
 * @param {string}                          copy
 * @param {import('./mutations.mjs').Mutation} mutation
 * @param {() => Promise<string>}           work
 * @param {() => Promise<boolean>}          isHealthy Whether the tests pass without it.
 * @return {Promise<string>} What the work says.
 * @throws {Error} When it does not fit the code any more, makes no sense, or its tests are red (or none) anyway.
 */
export async function withMutation( copy, { file, search, replace }, work, isHealthy ) {
	const path = join( copy, file );
	const code = readFileSync( path, 'utf8' );
	const found = code.split( search ).length - 1;
	if ( found !== 1 ) {
		throw new Error( `its text stands ${ found } times in ${ file }` );
	}
	if ( ! ( await isHealthy() ) ) {
		throw new Error( 'its tests do not pass without it, or there are none' );
	}
	writeFileSync(
		path,
		code.replace( search, () => replace )
	);
	try {
		await assertReadable( path );
		return await work();
	} finally {
		writeFileSync( path, code );
	}
}

/** A file that cannot be read turns every test red, which proves nothing. */
async function assertReadable( path ) {
	if ( path.endsWith( '.php' ) ) {
		const { code, output } = await run( 'php', [ '-l', path ], { allowFailure: true } );
		if ( code !== 0 ) {
			throw new Error( output.trim() );
		}
	} else if ( /\.[cm]?[jt]sx?$/.test( path ) ) {
		const { diagnostics } = typescript.transpileModule( readFileSync( path, 'utf8' ), {
			fileName: path,
			reportDiagnostics: true,
		} );
		if ( diagnostics.length > 0 ) {
			throw new Error( typescript.flattenDiagnosticMessageText( diagnostics[ 0 ].messageText, ' ' ) );
		}
	}
}
