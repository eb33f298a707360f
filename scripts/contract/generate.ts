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
import { toRequestSchema, type JsonSchema } from './json-schema';
import { toOpenApi } from './openapi';

const root = fileURLToPath( new URL( '../../', import.meta.url ) );
const build = join( root, 'build' );

/**
 * What PHP needs to check a request. A part that the operation does not take accepts nothing; a
 * query may be missing when nothing in it is required.
 */
function requestFile( operation: Operation ): JsonSchema {
	const parts = [ 'params', 'query', 'body' ] as const;
	const properties: Record< string, JsonSchema > = {};
	for ( const part of parts ) {
		const schema = operation[ part ];
		if ( schema ) {
			properties[ part ] = toRequestSchema( schema );
		}
	}
	const required = Object.keys( properties ).filter(
		( part ) => part !== 'query' || Array.isArray( properties.query?.required )
	);
	return {
		id: operation.id,
		method: operation.method,
		path: operation.path,
		audience: operation.audience,
		status: operation.status ?? 200,
		idempotent: operation.idempotent ?? false,
		schema: { type: 'object', additionalProperties: false, properties, required },
	};
}

/** Replaced in one step: whoever reads while the build runs finds the old file or the new one. */
function write( name: string, content: unknown ): void {
	const path = join( build, name );
	writeFileSync( `${ path }.new`, JSON.stringify( content ) + '\n' );
	renameSync( `${ path }.new`, path );
}

const all: readonly Operation[] = operations;
checkOperations( all );

const { version } = JSON.parse( readFileSync( join( root, 'package.json' ), 'utf8' ) ) as { version: string };
const openApi = toOpenApi( all, version );
const files = new Map< string, unknown >( all.map( ( one ) => [ `${ one.id }.json`, requestFile( one ) ] ) );
files.set(
	'index.json',
	all.map( ( { id, method, path } ) => ( { id, method, path } ) )
);

mkdirSync( join( build, 'contract' ), { recursive: true } );
for ( const [ name, file ] of files ) {
	write( `contract/${ name }`, file );
}
for ( const name of readdirSync( join( build, 'contract' ) ) ) {
	if ( ! files.has( name ) ) {
		rmSync( join( build, 'contract', name ) );
	}
}
write( 'openapi.json', openApi );
