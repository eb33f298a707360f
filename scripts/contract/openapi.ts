import { apiError } from '../../src/contract/common';
import type { Operation } from '../../src/contract/operation';
import { Components, isSchemaObject, toRequestSchema, type JsonSchema } from './json-schema';

const LOGGED_IN = [ { cookie: [], nonce: [] } ];

/** The agency's own programs may come with an application password; clients can't have any. */
const SECURITY = {
	staff: [ ...LOGGED_IN, { applicationPassword: [] } ],
	contact: LOGGED_IN,
	person: LOGGED_IN,
	visitor: [],
};

const NEEDS = {
	'staff:…': 'The agency: a WordPress user with the capability `counterfoil_…`.',
	'contact:…': 'A contact of a client, whose role has the permission. Sees that client only.',
	person: 'Anybody who is logged in.',
	visitor: 'Anybody, from a page of this site.',
};

/** Who is asked for: the part of a need before the colon. */
function whoOf( operation: Operation ): keyof typeof SECURITY {
	return operation.needs.split( ':' )[ 0 ] as keyof typeof SECURITY;
}

/** One parameter per property; `required` follows the schema for a query and is always true in a path. */
function parametersIn( place: 'path' | 'query', schema: Operation[ 'query' ] ): JsonSchema[] {
	if ( ! schema ) {
		return [];
	}
	const { properties, required } = toRequestSchema( schema );
	const names = Array.isArray( required ) ? required : [];
	return Object.entries( isSchemaObject( properties ) ? properties : {} ).map( ( [ name, property ] ) => ( {
		name,
		in: place,
		required: place === 'path' || names.includes( name ),
		schema: property,
	} ) );
}

function errorResponses( operation: Operation ): JsonSchema {
	const refer = ( name: string ) => ( { $ref: `#/components/responses/${ name }` } );
	return {
		400: refer( 'Invalid' ),
		...( whoOf( operation ) !== 'visitor' && { 401: refer( 'LoggedOut' ) } ),
		403: refer( 'Forbidden' ),
		...( operation.params && { 404: refer( 'NotFound' ) } ),
		...( operation.method !== 'GET' && ! operation.safe && { 409: refer( 'Conflict' ) } ),
		default: refer( 'Failed' ),
	};
}

function describe( operation: Operation, components: Components ): JsonSchema {
	const status = operation.status ?? 200;
	const content = operation.binary
		? { [ operation.binary ]: {} }
		: { 'application/json': { schema: components.add( operation.response, 'output' ) } };

	return {
		operationId: operation.id,
		summary: operation.summary,
		tags: [ operation.id.slice( 0, operation.id.lastIndexOf( '.' ) ) ],
		security: SECURITY[ whoOf( operation ) ],
		'x-needs': operation.needs,
		parameters: [
			...parametersIn( 'path', operation.params ),
			...parametersIn( 'query', operation.query ),
			...( operation.idempotent ? [ { $ref: '#/components/parameters/IdempotencyKey' } ] : [] ),
		],
		...( operation.body && {
			requestBody: {
				required: true,
				content: { 'application/json': { schema: components.add( operation.body, 'input' ) } },
			},
		} ),
		responses: { [ status ]: { description: 'Done.', content }, ...errorResponses( operation ) },
	};
}

function errorResponse( description: string ): JsonSchema {
	return { description, content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } } };
}

/**
 * The API as an OpenAPI 3.1 document (https://spec.openapis.org/oas/v3.1.1).
 *
 * @param operations Every operation.
 * @param version    The plugin's version.
 */
export function toOpenApi( operations: readonly Operation[], version: string ): JsonSchema {
	const components = new Components();
	components.add( apiError, 'output' );

	const paths: Record< string, JsonSchema > = {};
	for ( const operation of operations ) {
		const methods = ( paths[ operation.path ] ??= {} );
		methods[ operation.method.toLowerCase() ] = describe( operation, components );
	}

	return {
		openapi: '3.1.1',
		info: {
			title: 'Counterfoil',
			version,
			description: `What a caller needs: ${ Object.entries( NEEDS )
				.map( ( [ name, who ] ) => `**${ name }**: ${ who }` )
				.join( ' ' ) }`,
			license: { name: 'GPL-2.0-or-later', identifier: 'GPL-2.0-or-later' },
		},
		servers: [
			{
				url: '{site}/wp-json/counterfoil/v1',
				variables: { site: { default: 'https://example.com', description: 'Address of the WordPress site' } },
			},
		],
		paths,
		components: {
			schemas: components.all(),
			parameters: {
				IdempotencyKey: {
					name: 'Idempotency-Key',
					in: 'header',
					required: false,
					description: 'The same key twice is one effect and one answer.',
					schema: { type: 'string', maxLength: 255 },
				},
			},
			responses: {
				Invalid: errorResponse( 'The request is not what the operation takes; `data.fields` says where.' ),
				LoggedOut: errorResponse( 'Nobody is logged in.' ),
				Forbidden: errorResponse( 'This person may not do this.' ),
				NotFound: errorResponse( 'There is no such thing, or it is not yours.' ),
				Conflict: errorResponse( 'The thing is not in a state in which this can be done.' ),
				Failed: errorResponse( 'Something went wrong.' ),
			},
			securitySchemes: {
				cookie: {
					type: 'apiKey',
					in: 'cookie',
					name: 'wordpress_logged_in',
					description: 'WordPress adds a hash of the site to the name.',
				},
				applicationPassword: {
					type: 'http',
					scheme: 'basic',
					description: 'A WordPress application password.',
				},
				nonce: { type: 'apiKey', in: 'header', name: 'X-WP-Nonce', description: 'From `wpApiSettings.nonce`.' },
			},
		},
	};
}
