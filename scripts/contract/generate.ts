/**
 * Turns the zod contract into what PHP and people read:
 * build/contract/<id>.json  one file an operation, read when it is called
 * build/contract/index.json every route, read when routes are registered
 * build/openapi.json        the whole API
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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

function write( name: string, content: unknown ): void {
	writeFileSync( join( build, name ), JSON.stringify( content ) + '\n' );
}

const all: readonly Operation[] = Object.values( operations );
checkOperations( all );

const { version } = JSON.parse( readFileSync( join( root, 'package.json' ), 'utf8' ) ) as { version: string };
const openApi = toOpenApi( all, version );
const files = all.map( ( operation ) => [ operation.id, requestFile( operation ) ] as const );

rmSync( join( build, 'contract' ), { recursive: true, force: true } );
mkdirSync( join( build, 'contract' ), { recursive: true } );
for ( const [ id, file ] of files ) {
	write( `contract/${ id }.json`, file );
}
write(
	'contract/index.json',
	all.map( ( { id, method, path, status = 200, idempotent = false } ) => ( { id, method, path, status, idempotent } ) )
);
write( 'openapi.json', openApi );
