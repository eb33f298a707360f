/**
 * What a field is bound to: `<TextField label="…" { ...form.field( 'name' ) } />`.
 */
export interface FieldOf< V > {
	readonly value: V;
	/** What is wrong and what to do; undefined when nothing is. */
	readonly error: string | undefined;
	readonly onChange: ( value: V ) => void;
}

/** A form, or a part of one: an address, one of several plans. Fields that belong together take one of these. */
export interface FormPart< T > {
	readonly values: T;
	readonly set: ( changes: Partial< T > ) => void;
	/** The sentence for a field, or undefined. Shown once somebody tried to save. */
	readonly errorOf: ( ...path: readonly PropertyKey[] ) => string | undefined;
	readonly field: < K extends keyof T >( name: K ) => FieldOf< T[ K ] >;
	/** What lies in a field that is an object. */
	readonly part: < K extends keyof T >( name: K ) => FormPart< T[ K ] >;
	/** One of a list's. */
	readonly item: < K extends keyof T >(
		name: K,
		index: number
	) => T[ K ] extends ReadonlyArray< infer Item > ? FormPart< Item > : never;
}

interface Root< T > {
	readonly values: T;
	readonly set: ( changes: Partial< T > ) => void;
	readonly errorOf: ( ...path: readonly PropertyKey[] ) => string | undefined;
}

/** The ways into a form's values. */
export function partOf< T >( { values, set, errorOf }: Root< T > ): FormPart< T > {
	const change = < K extends keyof T >( name: K, value: T[ K ] ) =>
		set( { [ name ]: value } as unknown as Partial< T > );
	const inner = < V >( value: V, path: readonly PropertyKey[], onChange: ( next: V ) => void ): FormPart< V > =>
		partOf( {
			values: value,
			set: ( changes ) => onChange( { ...value, ...changes } ),
			errorOf: ( ...rest ) => errorOf( ...path, ...rest ),
		} );
	return {
		values,
		set,
		errorOf,
		field: ( name ) => ( {
			value: values[ name ],
			error: errorOf( name ),
			onChange: ( value ) => change( name, value ),
		} ),
		part: ( name ) => inner( values[ name ], [ name ], ( next ) => change( name, next ) ),
		item: ( name, index ) => {
			const list = values[ name ] as unknown as unknown[];
			return inner( list[ index ], [ name, index ], ( next ) =>
				change( name, list.map( ( item, at ) => ( at === index ? next : item ) ) as T[ typeof name ] )
			) as never;
		},
	};
}
