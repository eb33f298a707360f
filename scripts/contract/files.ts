import type { Operation } from '../../src/contract/operation';
import { toRequestSchema, type JsonSchema } from './json-schema';

const parts = [ 'params', 'query', 'body' ] as const;

/**
 * What PHP needs of every operation to register its route, to admit somebody and to answer. Twin of Contract::entry() in PHP.
 * `may_be_empty`: a request that sends nothing fits, which most first looks at a list are; so much is known without
 * reading its schema.
 */
export function indexEntry( operation: Operation ) {
	return {
		id: operation.id,
		method: operation.method,
		path: operation.path,
		status: operation.status ?? 200,
		needs: operation.needs,
		outside: operation.outside ?? false,
		idempotent: operation.idempotent ?? false,
		upload: operation.upload ?? false,
		may_be_empty: parts.every( ( part ) => operation[ part ]?.safeParse( {} ).success ?? true ),
	};
}

/**
 * What PHP needs to check a request. A part that the operation does not take accepts nothing; a
 * query may be missing when nothing in it is required.
 */
export function requestSchema( operation: Operation ): JsonSchema {
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
	return { type: 'object', additionalProperties: false, properties, required };
}
