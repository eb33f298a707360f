import { apiError } from '../../src/contract/common';
import { operations } from '../../src/contract';
import { operation, type Operation } from '../../src/contract/operation';
import Ajv from 'ajv';
import Ajv2020 from 'ajv/dist/2020';
import { z } from 'zod';
import { checkOperations } from '../../scripts/contract/check';
import { indexEntry, requestSchema } from '../../scripts/contract/files';
import { toPhp } from '../../scripts/contract/php';
import { Components, isSchemaObject, toRequestSchema } from '../../scripts/contract/json-schema';
import { toOpenApi } from '../../scripts/contract/openapi';

const document = toOpenApi( operations, '1.0.0' );

/** Every value of `key` anywhere in a document. */
function valuesOf( key: string, node: unknown ): unknown[] {
	if ( Array.isArray( node ) ) {
		return node.flatMap( ( item ) => valuesOf( key, item ) );
	}
	if ( ! isSchemaObject( node ) ) {
		return [];
	}
	return Object.entries( node ).flatMap( ( [ name, value ] ) => [
		...( name === key ? [ value ] : [] ),
		...valuesOf( key, value ),
	] );
}

/** What each operation takes, part by part. */
const requests = operations.flatMap( ( { id, params, query, body } ) =>
	[ params, query, body ].flatMap( ( schema ) => ( schema ? [ { id, schema: toRequestSchema( schema ) } ] : [] ) )
);

/** Whether an object anywhere takes fields that nobody described. A record describes them all at once. */
function hasOpenObject( node: unknown ): boolean {
	if ( Array.isArray( node ) ) {
		return node.some( hasOpenObject );
	}
	if ( ! isSchemaObject( node ) ) {
		return false;
	}
	const rest = node.additionalProperties;
	const isClosed = rest === false || ( isSchemaObject( rest ) && Object.keys( rest ).length > 0 );
	return ( node.type === 'object' && ! isClosed ) || Object.values( node ).some( hasOpenObject );
}

function follow( reference: string ): unknown {
	return reference
		.slice( '#/'.length )
		.split( '/' )
		.reduce< unknown >( ( node, step ) => ( isSchemaObject( node ) ? node[ step ] : undefined ), document );
}

const sample = operation( {
	id: 'samples.create',
	method: 'POST',
	path: '/samples',
	summary: 'Make a sample',
	needs: 'staff:view',
	body: z.strictObject( { name: z.string() } ),
	response: z.strictObject( {} ),
} );

describe( 'the contract', () => {
	it( 'holds together', () => {
		expect( operations.length ).toBeGreaterThan( 0 );
		expect( () => checkOperations( operations ) ).not.toThrow();
	} );

	it.each< [ string, readonly Operation[], RegExp ] >( [
		[ 'an id used twice', [ sample, { ...sample, path: '/other' } ], /the id is used twice/ ],
		[ 'a route used twice', [ sample, { ...sample, id: 'samples.make' } ], /the route is used twice/ ],
		[ 'a placeholder nobody describes', [ { ...sample, path: '/samples/{id}' } ], /\{id\} but params has \{\}/ ],
		[ 'a GET with a body', [ { ...sample, method: 'GET' } ], /a GET has no body/ ],
		[
			'a PUT that answers another thing than the GET',
			[
				{ ...sample, id: 'samples.get', method: 'GET' },
				{ ...sample, id: 'samples.update', method: 'PUT', response: z.strictObject( {} ) },
			],
			/samples\.update: a PUT answers what the GET/,
		],
		[ 'an id without a verb', [ { ...sample, id: 'samples' } ], /ids look like noun\.verb/ ],
	] )( 'refuses %s', ( _what, wrong, message ) => {
		expect( () => checkOperations( wrong ) ).toThrow( message );
	} );

	it( 'refuses unknown fields in every request', () => {
		const open = requests.filter( ( { schema } ) => hasOpenObject( schema ) ).map( ( { id } ) => id );
		expect( open ).toEqual( [] );
		expect( hasOpenObject( toRequestSchema( z.object( { a: z.looseObject( {} ) } ) ) ) ).toBe( true );
	} );

	it( 'is valid JSON Schema', () => {
		const ajv = new Ajv( { strict: false, validateFormats: false } );
		for ( const { id, schema } of requests ) {
			expect( { id, valid: ajv.validateSchema( schema ) } ).toEqual( { id, valid: true } );
		}
	} );
} );

describe( 'what PHP reads', () => {
	it( 'is written so that PHP reads what was meant', () => {
		expect( toPhp( { a: [ 1, true, null, "it's" ], b: '^\\s$' }, 'array' ) ).toBe(
			"['a' => [1, true, null, 'it\\'s'], 'b' => '^\\\\s$']"
		);
		expect( toPhp( { a: {} }, 'stdClass' ) ).toBe( "(object) ['a' => (object) []]" );
	} );

	it( 'says of every route how it answers', () => {
		expect( indexEntry( sample ) ).toEqual( {
			id: 'samples.create',
			method: 'POST',
			path: '/samples',
			status: 200,
			needs: 'staff:view',
			outside: false,
			idempotent: false,
			may_be_empty: false,
			upload: false,
		} );
		expect( indexEntry( { ...sample, status: 201, idempotent: true } ) ).toMatchObject( {
			status: 201,
			idempotent: true,
		} );
	} );

	it( 'holds only the parts that a request has, and wants a query only when something in it is required', () => {
		const page = z.strictObject( { page: z.int().optional() } );
		const search = z.strictObject( { search: z.string() } );
		expect( requestSchema( sample ) ).toMatchObject( { required: [ 'body' ], additionalProperties: false } );
		expect( requestSchema( { ...sample, query: page } ) ).toMatchObject( { required: [ 'body' ] } );
		expect( requestSchema( { ...sample, query: search } ) ).toMatchObject( { required: [ 'query', 'body' ] } );
	} );
} );

describe( 'a request schema', () => {
	const inner = z.strictObject( { a: z.int() } ).meta( { id: 'Inner' } );

	it( 'is in one piece', () => {
		const schema = toRequestSchema( z.strictObject( { one: inner, more: z.array( inner ).optional() } ) );
		expect( valuesOf( '$ref', schema ) ).toEqual( [] );
		expect( schema.properties ).toHaveProperty( 'one.properties.a.type', 'integer' );
		expect( schema.properties ).toHaveProperty( 'more.items.properties.a.type', 'integer' );
		expect( schema.required ).toEqual( [ 'one' ] );
	} );

	it( 'refuses what cannot be said in JSON Schema', () => {
		expect( () => toRequestSchema( z.strictObject( { when: z.date() } ) ) ).toThrow( /Date/ );
		expect( () => toRequestSchema( z.string().regex( /^a$/i ) ) ).toThrow( /flags/ );
	} );
} );

describe( 'openapi.json', () => {
	it( 'has every operation once', () => {
		const ids = valuesOf( 'operationId', document );
		expect( new Set( ids ).size ).toBe( ids.length );
		expect( [ ...ids ].sort() ).toEqual( operations.map( ( { id } ) => id ).sort() );
	} );

	it( 'refers only to what is there', () => {
		const references = valuesOf( '$ref', document ).map( String );
		expect( references ).toContain( '#/components/schemas/Error' );
		expect( references.filter( ( reference ) => follow( reference ) === undefined ) ).toEqual( [] );
	} );

	it( 'names only valid schemas', () => {
		const ajv = new Ajv2020( { strict: false, validateFormats: false } );
		for ( const schema of valuesOf( 'schema', document.paths ) ) {
			expect( [ schema, isSchemaObject( schema ) && ajv.validateSchema( schema ) ] ).toEqual( [ schema, true ] );
		}
		expect( Object.keys( Object( follow( '#/components/schemas' ) ) ) ).toContain( 'Invoice' );
	} );

	it( 'describes every placeholder of every path', () => {
		for ( const { id, method, path } of operations ) {
			const route = isSchemaObject( document.paths ) ? document.paths[ path ] : undefined;
			const described = isSchemaObject( route ) ? route[ method.toLowerCase() ] : undefined;
			const names = valuesOf( 'in', described ).filter( ( place ) => place === 'path' );
			expect( { id, placeholders: names.length } ).toEqual( { id, placeholders: path.split( '{' ).length - 1 } );
		}
	} );

	it( 'names the side of a noun that looks different when sent', () => {
		const noun = z.strictObject( { size: z.int().default( 1 ) } ).meta( { id: 'Noun' } );
		const components = new Components();
		expect( components.add( noun, 'output' ) ).toEqual( { $ref: '#/components/schemas/Noun' } );
		expect( components.add( noun, 'input' ) ).toEqual( { $ref: '#/components/schemas/NounInput' } );
		expect( components.add( apiError, 'output' ) ).toEqual( { $ref: '#/components/schemas/Error' } );
	} );
} );
