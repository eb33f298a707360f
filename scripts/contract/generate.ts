/**
 * Turns the zod contract into what PHP and people read:
 * build/contract/<id>.php  the schema of an operation's request, read when it is called
 * build/contract/index.php every route, read when one of ours is asked for
 * build/contract/routes.json what the browser needs of each route
 * build/openapi.json       the whole API
 */
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { operations } from '../../src/contract/index';
import type { Operation } from '../../src/contract/operation';
import { checkOperations } from './check';
import { indexEntry, requestSchema } from './files';
import { toOpenApi } from './openapi';
import { toPhp } from './php';

const root = fileURLToPath( new URL( '../../', import.meta.url ) );
const build = join( root, 'build' );

/** Replaced in one step: whoever reads while the build runs finds the old file or the new one. */
function write( name: string, content: string ): void {
	const path = join( build, name );
	const fresh = `${ path }.${ process.pid }.new`;
	writeFileSync( fresh, content + '\n' );
	renameSync( fresh, path );
}

const php = ( expression: string ) => `<?php return ${ expression };`;

const all: readonly Operation[] = operations;
checkOperations( all );

const { version } = JSON.parse( readFileSync( join( root, 'package.json' ), 'utf8' ) ) as { version: string };
const openApi = toOpenApi( all, version );
const files = new Map< string, string >(
	all.map( ( one ) => [ `${ one.id }.php`, php( toPhp( requestSchema( one ), 'stdClass' ) ) ] )
);
const index = Object.fromEntries( all.map( ( one ) => [ one.id, indexEntry( one ) ] ) );
files.set( 'index.php', php( toPhp( index, 'array' ) ) );
files.set(
	'routes.json',
	JSON.stringify(
		all.map( indexEntry ).map( ( { id, method, path, idempotent } ) => ( { id, method, path, idempotent } ) )
	)
);

mkdirSync( join( build, 'contract' ), { recursive: true } );
for ( const [ name, file ] of files ) {
	write( `contract/${ name }`, file );
}
for ( const name of readdirSync( join( build, 'contract' ) ) ) {
	if ( ! files.has( name ) && /\.(php|json)$/.test( name ) ) {
		rmSync( join( build, 'contract', name ), { force: true } );
	}
}
write( 'openapi.json', JSON.stringify( openApi ) );
