import { z } from 'zod';
import type { Operation } from '../../src/contract/operation';
import { isSchemaObject, toRequestSchema } from './json-schema';

const PLACEHOLDER = /\{([a-z_]+)\}/g;

export function placeholdersOf( path: string ): string[] {
	return [ ...path.matchAll( PLACEHOLDER ) ].map( ( [ , name ] ) => name ?? '' );
}

function duplicates( values: readonly string[] ): string[] {
	return values.filter( ( value, index ) => values.indexOf( value ) !== index );
}

/** What is wrong with one operation, in sentences; empty when it is sound. */
function problemsOf( operation: Operation ): string[] {
	const problems: string[] = [];
	const placeholders = placeholdersOf( operation.path );
	const params = operation.params ? toRequestSchema( operation.params ) : {};
	const named = isSchemaObject( params.properties ) ? Object.keys( params.properties ) : [];

	if ( placeholders.sort().join() !== named.sort().join() ) {
		problems.push( `the path has {${ placeholders }} but params has {${ named }}` );
	}
	if ( operation.method === 'GET' && operation.body ) {
		problems.push( 'a GET has no body' );
	}
	if ( operation.method === 'GET' && operation.idempotent ) {
		problems.push( 'a GET needs no idempotency key' );
	}
	if ( operation.safe && operation.idempotent ) {
		problems.push( 'what changes nothing needs no idempotency key' );
	}
	for ( const part of [ 'params', 'query' ] as const ) {
		const schema = operation[ part ];
		if ( schema && ! ( schema instanceof z.ZodObject ) ) {
			problems.push( `${ part } must be an object` );
		}
	}
	return problems.map( ( problem ) => `${ operation.id }: ${ problem }` );
}

/** The admin app shows what a PUT answered as what was read at its path. */
function answersOtherwise( operations: readonly Operation[] ): string[] {
	const changes = operations.filter( ( { method } ) => method === 'PUT' );
	return operations
		.filter( ( { method } ) => method === 'GET' )
		.flatMap( ( read ) =>
			changes.filter( ( { path, response } ) => path === read.path && response !== read.response )
		)
		.map( ( { id } ) => `${ id }: a PUT answers what the GET of its path does` );
}

/**
 * The promises that callers and routes rely on.
 *
 * @param operations Every operation of the API.
 * @throws Error That lists everything wrong with them.
 */
export function checkOperations( operations: readonly Operation[] ): void {
	const routes = operations.map( ( { method, path } ) => `${ method } ${ path.replace( PLACEHOLDER, '{}' ) }` );
	const problems = [
		...duplicates( operations.map( ( { id } ) => id ) ).map( ( id ) => `${ id }: the id is used twice` ),
		...duplicates( routes ).map( ( route ) => `${ route }: the route is used twice` ),
		...operations
			.filter( ( { id } ) => ! /^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test( id ) )
			.map( ( { id } ) => `${ id }: ids look like noun.verb` ),
		...answersOtherwise( operations ),
		...operations.flatMap( problemsOf ),
	];
	if ( problems.length > 0 ) {
		throw new Error( `The contract does not hold together:\n- ${ problems.join( '\n- ' ) }` );
	}
}
