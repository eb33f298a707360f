/**
 * Turns the zod contract into what PHP and people read:
 * build/contract/<id>.json  one file an operation, read when it is called
 * build/contract/index.json every route, read when routes are registered
 * build/openapi.json        the whole API
 */
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { operations } from '../../src/contract/index';
import type { Operation } from '../../src/contract/operation';
import { checkOperations } from './check';
import { indexEntry, requestFile } from './files';
import { toOpenApi } from './openapi';

const root = fileURLToPath( new URL( '../../', import.meta.url ) );
const build = join( root, 'build' );

/** Replaced in one step: whoever reads while the build runs finds the old file or the new one. */
function write( name: string, content: unknown ): void {
	const path = join( build, name );
	const fresh = `${ path }.${ process.pid }.new`;
	writeFileSync( fresh, JSON.stringify( content ) + '\n' );
	renameSync( fresh, path );
}

const all: readonly Operation[] = operations;
checkOperations( all );

const { version } = JSON.parse( readFileSync( join( root, 'package.json' ), 'utf8' ) ) as { version: string };
const openApi = toOpenApi( all, version );
const files = new Map< string, unknown >( all.map( ( one ) => [ `${ one.id }.json`, requestFile( one ) ] ) );
files.set( 'index.json', all.map( indexEntry ) );

mkdirSync( join( build, 'contract' ), { recursive: true } );
for ( const [ name, file ] of files ) {
	write( `contract/${ name }`, file );
}
for ( const name of readdirSync( join( build, 'contract' ) ) ) {
	if ( ! files.has( name ) && name.endsWith( '.json' ) ) {
		rmSync( join( build, 'contract', name ), { force: true } );
	}
}
write( 'openapi.json', openApi );
