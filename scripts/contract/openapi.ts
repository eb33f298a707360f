import { apiError } from '../../src/contract/common';
import type { Operation } from '../../src/contract/operation';
import { Components, isSchemaObject, toRequestSchema, type JsonSchema } from './json-schema';

const LOGGED_IN = [ { cookie: [], nonce: [] } ];

/** The agency's own programs may come with an application password; clients can't have any. */
const SECURITY = {
	staff: [ ...LOGGED_IN, { applicationPassword: [] } ],
	contact: LOGGED_IN,
	payer: LOGGED_IN,
	link: [],
	person: LOGGED_IN,
	visitor: [],
};

const NEEDS = {
	'staff:…': 'Staff: a WordPress user with the capability `counterfoil_…`.',
	'contact:…': 'A contact of a client whose role has the permission. Limited to that client.',
	'payer:…': 'The same, also while the client’s portal access is suspended: to pay open invoices.',
	link: 'Whoever opened the link of an email, in this browser. Limited to its invoice.',
	person: 'Any logged-in user.',
	visitor: 'Anyone, from a page of this site.',
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
		...( operation.upload && {
			requestBody: {
				required: true,
				content: {
					'multipart/form-data': {
						schema: {
							type: 'object',
							required: [ 'file' ],
							properties: { file: { type: 'string', format: 'binary' } },
						},
					},
				},
			},
		} ),
		responses: { [ status ]: { description: 'Success.', content }, ...errorResponses( operation ) },
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
			description: `Access: ${ Object.entries( NEEDS )
				.map( ( [ name, who ] ) => `**${ name }**: ${ who }` )
				.join( ' ' ) }`,
			license: { name: 'GPL-2.0-or-later', identifier: 'GPL-2.0-or-later' },
		},
		servers: [
			{
				url: '{site}/wp-json/counterfoil/v1',
				variables: { site: { default: 'https://example.com', description: 'URL of the WordPress site' } },
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
					description: 'Sending the same key again has no further effect and returns the same response.',
					schema: { type: 'string', maxLength: 255 },
				},
			},
			responses: {
				Invalid: errorResponse( 'The request is invalid; `data.fields` lists the fields.' ),
				LoggedOut: errorResponse( 'Not logged in.' ),
				Forbidden: errorResponse( 'This user doesn’t have permission.' ),
				NotFound: errorResponse( 'The object doesn’t exist, or you can’t access it.' ),
				Conflict: errorResponse( 'The status of the object doesn’t allow this action.' ),
				Failed: errorResponse( 'Something went wrong.' ),
			},
			securitySchemes: {
				cookie: {
					type: 'apiKey',
					in: 'cookie',
					name: 'wordpress_logged_in',
					description: 'WordPress appends a hash of the site to the name.',
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
