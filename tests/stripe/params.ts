import type { ApiError } from './errors';
import { invalid } from './errors';
import type { Field, Fields } from './form';
import type { Address, Metadata } from './objects';

/**
 * The parameters of one request, read with Stripe's rules: unknown ones are refused, everything is
 * text until it is asked for, an empty text unsets a value.
 *
 * @see https://docs.stripe.com/error-codes
 */
export class Params {
	constructor(
		private readonly fields: Fields,
		private readonly prefix = ''
	) {}

	/** Refuses every parameter that is not listed. `expand` is allowed everywhere. */
	only( ...names: string[] ): this {
		for ( const name of Object.keys( this.fields ) ) {
			if ( name !== 'expand' && ! names.includes( name ) ) {
				const param = this.path( name );
				throw invalid( `Received unknown parameter: ${ param }`, param, 'parameter_unknown' );
			}
		}
		return this;
	}

	has( name: string ): boolean {
		return this.fields[ name ] !== undefined;
	}

	/** Undefined when it was not sent, null when it was sent empty. */
	text( name: string, max = 5000 ): string | null | undefined {
		const value = this.fields[ name ];
		if ( value === undefined ) {
			return undefined;
		}
		if ( typeof value !== 'string' ) {
			throw invalid( `Invalid string: ${ JSON.stringify( value ) }`, this.path( name ) );
		}
		if ( value.length > max ) {
			throw invalid(
				`Invalid string: ${ value.slice( 0, 10 ) }...; must be at most ${ max } characters`,
				this.path( name )
			);
		}
		return value === '' ? null : value;
	}

	required( name: string ): string {
		const value = this.text( name );
		if ( typeof value !== 'string' ) {
			throw this.missing( name );
		}
		return value;
	}

	integer( name: string ): number | undefined {
		const value = this.text( name );
		if ( value === undefined || value === null ) {
			return undefined;
		}
		if ( ! /^-?\d{1,15}$/.test( value ) ) {
			throw invalid( `Invalid integer: ${ value }`, this.path( name ), 'parameter_invalid_integer' );
		}
		return Number( value );
	}

	requiredInteger( name: string ): number {
		const value = this.integer( name );
		if ( value === undefined ) {
			throw this.missing( name );
		}
		return value;
	}

	boolean( name: string ): boolean | undefined {
		const value = this.text( name );
		if ( value === undefined || value === null ) {
			return undefined;
		}
		if ( value !== 'true' && value !== 'false' ) {
			throw invalid( `Invalid boolean: ${ value }`, this.path( name ) );
		}
		return value === 'true';
	}

	oneOf< T extends string >( name: string, values: readonly T[] ): T | null | undefined {
		const value = this.text( name );
		if ( value === undefined || value === null ) {
			return value;
		}
		const found = values.find( ( one ) => one === value );
		if ( found === undefined ) {
			throw invalid(
				`Invalid ${ this.path( name ) }: must be one of ${ values.join( ', ' ) }`,
				this.path( name )
			);
		}
		return found;
	}

	list( name: string ): string[] | undefined {
		const value = this.fields[ name ];
		if ( value === undefined || value === '' ) {
			return value === undefined ? undefined : [];
		}
		if ( ! Array.isArray( value ) || value.some( ( one ) => typeof one !== 'string' ) ) {
			throw invalid( `Invalid array`, this.path( name ) );
		}
		return value as string[];
	}

	object( name: string ): Params | undefined {
		const value = this.fields[ name ];
		if ( value === undefined || value === '' ) {
			return undefined;
		}
		if ( ! is_fields( value ) ) {
			throw invalid( `Invalid object`, this.path( name ) );
		}
		return new Params( value, this.path( name ) );
	}

	/** `created=123` or `created[gte]=123`; the fields are checked by the list. */
	range( name: string ): Params | number | undefined {
		return is_fields( this.fields[ name ] ) ? this.object( name ) : this.integer( name );
	}

	/**
	 * At most 50 keys of 40 characters with values of 500; an empty value removes its key, an empty
	 * `metadata` removes all.
	 *
	 * @see https://docs.stripe.com/api/metadata
	 */
	metadata( before: Metadata = {} ): Metadata {
		if ( this.fields.metadata === '' ) {
			return {};
		}
		const sent = this.object( 'metadata' );
		const after = { ...before };
		for ( const key of Object.keys( sent?.fields ?? {} ) ) {
			const value = sent?.text( key, 500 );
			if ( key.length > 40 ) {
				throw invalid( `Metadata keys can have up to 40 characters`, `metadata[${ key }]` );
			}
			if ( typeof value === 'string' ) {
				after[ key ] = value;
			} else {
				delete after[ key ];
			}
		}
		if ( Object.keys( after ).length > 50 ) {
			throw invalid( `Metadata can have up to 50 keys`, 'metadata' );
		}
		return after;
	}

	address( name: string ): Address | null | undefined {
		if ( ! this.has( name ) ) {
			return undefined;
		}
		const sent = this.object( name )?.only( 'city', 'country', 'line1', 'line2', 'postal_code', 'state' );
		return sent
			? {
					city: sent.text( 'city' ) ?? null,
					country: sent.text( 'country' ) ?? null,
					line1: sent.text( 'line1' ) ?? null,
					line2: sent.text( 'line2' ) ?? null,
					postal_code: sent.text( 'postal_code' ) ?? null,
					state: sent.text( 'state' ) ?? null,
				}
			: null;
	}

	missing( name: string ): ApiError {
		const param = this.path( name );
		return invalid( `Missing required param: ${ param }.`, param, 'parameter_missing' );
	}

	private path( name: string ): string {
		return this.prefix === '' ? name : `${ this.prefix }[${ name }]`;
	}
}

function is_fields( value: Field | undefined ): value is Fields {
	return typeof value === 'object' && ! Array.isArray( value );
}
