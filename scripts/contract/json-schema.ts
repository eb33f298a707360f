import { z } from 'zod';

/** A JSON Schema, or a part of one, as plain data. */
export type JsonSchema = Record< string, unknown >;

const LOCAL_REFERENCE = /^#\/(?:definitions|\$defs)\/(.+)$/;

export function isSchemaObject( value: unknown ): value is JsonSchema {
	return typeof value === 'object' && value !== null && ! Array.isArray( value );
}

/**
 * zod writes `allOf: [ schema ]` where a named schema is used with a description of its own. Where
 * the only member has been put in place, the wrapper says nothing more and is folded away.
 */
function foldSingleAllOf( schema: JsonSchema ): JsonSchema {
	const { allOf, ...own } = schema;
	if ( ! Array.isArray( allOf ) || allOf.length !== 1 ) {
		return schema;
	}
	const only: unknown = allOf[ 0 ];
	if ( ! isSchemaObject( only ) || '$ref' in only ) {
		return schema;
	}
	return { ...only, ...own };
}

/**
 * Rebuilds a schema with every `$ref` to a named part replaced by what `resolve` answers.
 *
 * @param schema  Any part of a JSON Schema.
 * @param resolve Says what stands in place of a reference to a name.
 */
function replaceReferences( schema: unknown, resolve: ( name: string ) => JsonSchema ): unknown {
	if ( Array.isArray( schema ) ) {
		return schema.map( ( item ) => replaceReferences( item, resolve ) );
	}
	if ( ! isSchemaObject( schema ) ) {
		return schema;
	}

	const replaced: JsonSchema = {};
	for ( const [ key, value ] of Object.entries( schema ) ) {
		if ( key !== '$ref' || typeof value !== 'string' ) {
			replaced[ key ] = replaceReferences( value, resolve );
			continue;
		}
		const name = LOCAL_REFERENCE.exec( value )?.[ 1 ];
		if ( name === undefined ) {
			throw new Error( `A schema refers to itself (${ value }).` );
		}
		Object.assign( replaced, resolve( name ) );
	}
	return foldSingleAllOf( replaced );
}

/**
 * JSON Schema has no place for a regular expression's flags: what `i` lets through in the browser
 * the server would refuse. (`u` is what both sides use anyway.)
 */
function refuseFlags( { zodSchema }: { zodSchema: z.core.$ZodTypes } ): void {
	const { def } = zodSchema._zod;
	for ( const part of [ def, ...( def.checks ?? [] ).map( ( check ) => check._zod.def ) ] ) {
		const pattern = 'pattern' in part ? part.pattern : undefined;
		if ( pattern instanceof RegExp && /[imsv]/.test( pattern.flags ) ) {
			throw new Error( `${ pattern } has flags that the server cannot know.` );
		}
	}
}

/** Writes every named part of a schema out where it is referred to. */
function inline( part: unknown, named: JsonSchema, above: readonly string[] = [] ): JsonSchema {
	return replaceReferences( part, ( name ) => {
		if ( above.includes( name ) ) {
			throw new Error( `The schema "${ name }" contains itself.` );
		}
		return inline( named[ name ], named, [ ...above, name ] );
	} ) as JsonSchema;
}

/**
 * The schema a request is checked against in PHP: draft-7, which opis/json-schema reads, in one
 * piece, so that one small file holds all there is to know.
 *
 * @param schema What is sent.
 * @throws Error When a schema contains itself, a date or a transform: none of them can be checked on the wire.
 */
export function toRequestSchema( schema: z.ZodType ): JsonSchema {
	const json: JsonSchema = z.toJSONSchema( schema, {
		target: 'draft-7',
		io: 'input',
		reused: 'inline',
		override: refuseFlags,
	} );
	const { definitions, $schema: _dialect, ...root } = json;
	return inline( root, isSchemaObject( definitions ) ? definitions : {} );
}

/** Collects the named schemas (`.meta( { id } )`) of a whole OpenAPI document. */
export class Components {
	readonly #schemas = new Map< string, JsonSchema >();
	readonly #written = new Map< string, string >();

	/**
	 * OpenAPI 3.1 speaks draft 2020-12. Named parts become `#/components/schemas/…`.
	 *
	 * @param schema What is sent or answered.
	 * @param io     Side of the schema: a default makes a field optional in what is sent, present in what is answered.
	 */
	add( schema: z.ZodType, io: 'input' | 'output' ): JsonSchema {
		const json: JsonSchema = z.toJSONSchema( schema, {
			target: 'draft-2020-12',
			io,
			reused: 'inline',
			override: refuseFlags,
		} );
		const { $defs, $schema: _dialect, ...root } = json;
		const named = isSchemaObject( $defs ) ? $defs : {};
		const names = new Map(
			Object.entries( named ).map( ( [ name, part ] ) => [
				name,
				this.#nameFor( name, JSON.stringify( inline( part, named ) ), io ),
			] )
		);
		const refer = ( name: string ): JsonSchema => ( {
			$ref: `#/components/schemas/${ names.get( name ) ?? name }`,
		} );

		for ( const [ name, part ] of Object.entries( named ) ) {
			this.#schemas.set( names.get( name ) ?? name, replaceReferences( part, refer ) as JsonSchema );
		}
		return replaceReferences( root, refer ) as JsonSchema;
	}

	/** All named schemas, by name in alphabetical order. */
	all(): JsonSchema {
		return Object.fromEntries( [ ...this.#schemas ].sort( ( [ a ], [ b ] ) => ( a < b ? -1 : 1 ) ) );
	}

	/** A noun with defaults looks different when sent and when answered: the later side gets a name of its own. */
	#nameFor( name: string, content: string, io: 'input' | 'output' ): string {
		for ( const candidate of [ name, name + ( io === 'input' ? 'Input' : 'Output' ) ] ) {
			const written = this.#written.get( candidate );
			if ( written === undefined || written === content ) {
				this.#written.set( candidate, content );
				return candidate;
			}
		}
		throw new Error( `Two different schemas are called "${ name }".` );
	}
}
