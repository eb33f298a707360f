import { useCallback, useMemo, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { z } from 'zod';
import type { ApiFailure } from './api';
import { useUnsavedGuard } from './location';

/** Sentences by JSON pointer: `{ "/lines/0/quantity": "…" }`, as the server gives them. */
export type FieldErrors = Readonly< Record< string, string > >;

export const pointer = ( path: readonly PropertyKey[] ): string =>
	`/${ path.map( ( step ) => String( step ).replaceAll( '~', '~0' ).replaceAll( '/', '~1' ) ).join( '/' ) }`;

/** What a schema found wrong, as sentences that say what to do. */
export function sentences( issues: readonly z.core.$ZodIssue[] ): FieldErrors {
	const fields: Record< string, string > = {};
	for ( const issue of issues ) {
		fields[ pointer( issue.path ) ] ??= sentence( issue );
	}
	return fields;
}

function sentence( issue: z.core.$ZodIssue ): string {
	const isEmpty = 'input' in issue && issue.input === '';
	switch ( issue.code ) {
		case 'too_small':
			return issue.origin === 'string' && issue.minimum === 1
				? __( 'Please fill in this field.', 'counterfoil' )
				: __( 'This is too little.', 'counterfoil' );
		case 'too_big':
			return issue.origin === 'string'
				? __( 'This is too long.', 'counterfoil' )
				: __( 'This is too much.', 'counterfoil' );
		case 'invalid_format':
			return isEmpty
				? __( 'Please fill in this field.', 'counterfoil' )
				: __( 'This does not have the right form. Please check it.', 'counterfoil' );
		case 'invalid_type':
			return issue.expected === 'number' || issue.expected === 'int'
				? __( 'Please type a number.', 'counterfoil' )
				: __( 'Please fill in this field.', 'counterfoil' );
		case 'invalid_value':
			return __( 'Please choose one.', 'counterfoil' );
	}
	return __( 'This is not valid. Please check it.', 'counterfoil' );
}

export interface Form< T > {
	readonly values: T;
	readonly set: ( changes: Partial< T > ) => void;
	/** Starts over from these values, which count as saved. */
	readonly reset: ( values: T ) => void;
	/** The sentence for a field, or undefined. Shown once somebody tried to save. */
	readonly errorOf: ( ...path: readonly PropertyKey[] ) => string | undefined;
	/** True when the values may be sent; otherwise the fields say why and the first one is focused. */
	readonly validate: () => boolean;
	/** Puts the server's words at the fields they are about. */
	readonly refuse: ( failure: ApiFailure ) => void;
	readonly isChanged: boolean;
}

/**
 * A form's values, checked by the same schema as the request they become.
 *
 * @param schema  Of the request's body.
 * @param initial What the form starts with; counts as saved.
 * @param guard   Ask before leaving with changes that are not saved.
 */
export function useForm< T extends object >( schema: z.ZodType< unknown, T >, initial: T, guard = true ): Form< T > {
	const [ saved, setSaved ] = useState( initial );
	const [ values, setValues ] = useState( initial );
	const [ errors, setErrors ] = useState< FieldErrors >( {} );
	const isChanged = useMemo( () => JSON.stringify( values ) !== JSON.stringify( saved ), [ values, saved ] );
	useUnsavedGuard( guard && isChanged );

	const set = useCallback( ( changes: Partial< T > ) => {
		setValues( ( previous ) => ( { ...previous, ...changes } ) );
		setErrors( ( previous ) =>
			Object.fromEntries(
				Object.entries( previous ).filter(
					( [ at ] ) =>
						! Object.keys( changes ).some(
							( name ) => at === `/${ name }` || at.startsWith( `/${ name }/` )
						)
				)
			)
		);
	}, [] );

	const reset = useCallback( ( next: T ) => {
		setSaved( next );
		setValues( next );
		setErrors( {} );
	}, [] );

	const validate = useCallback( () => {
		const result = schema.safeParse( values, { reportInput: true } );
		setErrors( result.success ? {} : sentences( result.error.issues ) );
		if ( ! result.success ) {
			focusFirstError();
		}
		return result.success;
	}, [ schema, values ] );

	const refuse = useCallback( ( failure: ApiFailure ) => {
		setErrors( failure.fields );
		focusFirstError();
	}, [] );

	const errorOf = useCallback( ( ...path: readonly PropertyKey[] ) => errors[ pointer( path ) ], [ errors ] );

	return { values, set, reset, errorOf, validate, refuse, isChanged };
}

/** After the errors are on screen. */
function focusFirstError(): void {
	requestAnimationFrame( () => {
		const field = document.querySelector< HTMLElement >(
			'.counterfoil-field.has-error :is(input, select, textarea, button)'
		);
		field?.focus();
	} );
}
