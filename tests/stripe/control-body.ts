import { invalid } from './errors';

/** The JSON body of a control request, read with types. */
export class ControlBody {
	constructor( private readonly body: Record< string, unknown > ) {}

	static parse( text: string ): ControlBody {
		if ( text.trim() === '' ) {
			return new ControlBody( {} );
		}
		let value: unknown;
		try {
			value = JSON.parse( text );
		} catch {
			throw invalid( 'The control routes take JSON.' );
		}
		if ( value === null || typeof value !== 'object' || Array.isArray( value ) ) {
			throw invalid( 'The control routes take a JSON object.' );
		}
		return new ControlBody( value as Record< string, unknown > );
	}

	text( name: string ): string | undefined {
		const value = this.body[ name ];
		if ( value !== undefined && typeof value !== 'string' ) {
			throw invalid( `${ name } must be text.`, name );
		}
		return value;
	}

	required( name: string ): string {
		const value = this.text( name );
		if ( value === undefined ) {
			throw invalid( `${ name } is missing.`, name );
		}
		return value;
	}

	integer( name: string ): number | undefined {
		const value = this.body[ name ];
		if ( value !== undefined && ! Number.isSafeInteger( value ) ) {
			throw invalid( `${ name } must be an integer.`, name );
		}
		return value as number | undefined;
	}

	flag( name: string ): boolean | undefined {
		const value = this.body[ name ];
		if ( value !== undefined && typeof value !== 'boolean' ) {
			throw invalid( `${ name } must be true or false.`, name );
		}
		return value;
	}

	oneOf< T extends string >( name: string, values: readonly T[] ): T {
		const value = this.required( name );
		const found = values.find( ( one ) => one === value );
		if ( found === undefined ) {
			throw invalid( `${ name } must be one of ${ values.join( ', ' ) }.`, name );
		}
		return found;
	}

	object( name: string ): ControlBody {
		const value = this.body[ name ] ?? {};
		if ( typeof value !== 'object' || Array.isArray( value ) ) {
			throw invalid( `${ name } must be an object.`, name );
		}
		return new ControlBody( value as Record< string, unknown > );
	}
}
