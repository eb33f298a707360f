import { useCallback, useMemo, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { z } from 'zod';
import type { Form as TextForm } from '../contract/common';
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

/** How to write what has a form. */
const forms: Record< TextForm, () => string > = {
	colour: () => __( 'Please type a colour as # and six digits or letters from a to f: #0f4c5c.', 'counterfoil' ),
	day: () => __( 'Please choose a date.', 'counterfoil' ),
	email: () => __( 'Please type an e-mail address, such as name@example.com.', 'counterfoil' ),
	prefix: () => __( 'Only letters, digits, spaces and - / _ . can be used here.', 'counterfoil' ),
	quantity: () => __( 'Please type a quantity above zero, with at most four decimals.', 'counterfoil' ),
	rate: () => __( 'Please type a percentage from 0 to 100, with at most four decimals.', 'counterfoil' ),
	web_address: () => __( 'Please type a web address that begins with https:// or http://.', 'counterfoil' ),
};

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
				: ( ( forms as Partial< Record< string, () => string > > )[ issue.message ]?.() ??
						__( 'This does not have the right form. Please check it.', 'counterfoil' ) );
		case 'invalid_type':
			if ( issue.expected !== 'number' && issue.expected !== 'int' ) {
				return __( 'Please fill in this field.', 'counterfoil' );
			}
			return issue.path.at( -1 ) === 'amount'
				? __( 'Please type an amount, with no more decimals than its currency has.', 'counterfoil' )
				: __( 'Please type a number.', 'counterfoil' );
		case 'invalid_union': {
			// Empty or of a form: what is there is not empty.
			const formed = issue.errors.flat().find( ( { code } ) => code === 'invalid_format' );
			return formed ? sentence( formed ) : __( 'This is not valid. Please check it.', 'counterfoil' );
		}
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
	const [ { values, errors }, setState ] = useState< { values: T; errors: FieldErrors } >( {
		values: initial,
		errors: {},
	} );
	const isChanged = useMemo( () => JSON.stringify( values ) !== JSON.stringify( saved ), [ values, saved ] );
	useUnsavedGuard( guard && isChanged );

	const set = useCallback( ( changes: Partial< T > ) => {
		setState( ( previous ) => {
			const next = { ...previous.values, ...changes };
			return { values: next, errors: untouched( previous.errors, previous.values, next ) };
		} );
	}, [] );

	const reset = useCallback( ( next: T ) => {
		setSaved( next );
		setState( { values: next, errors: {} } );
	}, [] );

	const setErrors = useCallback(
		( next: FieldErrors ) => setState( ( previous ) => ( { ...previous, errors: next } ) ),
		[]
	);

	const validate = useCallback( () => {
		const result = schema.safeParse( values, { reportInput: true } );
		setErrors( result.success ? {} : sentences( result.error.issues ) );
		if ( ! result.success ) {
			focusFirstError();
		}
		return result.success;
	}, [ schema, values, setErrors ] );

	const refuse = useCallback(
		( failure: ApiFailure ) => {
			setErrors( failure.fields );
			focusFirstError();
		},
		[ setErrors ]
	);

	const errorOf = useCallback( ( ...path: readonly PropertyKey[] ) => errors[ pointer( path ) ], [ errors ] );

	return { values, set, reset, errorOf, validate, refuse, isChanged };
}

/** What is said of values that are still the same. A field of a list keeps its words while another one is mended. */
export const untouched = ( errors: FieldErrors, before: object, after: object ): FieldErrors =>
	Object.fromEntries(
		Object.entries( errors ).filter(
			( [ at ] ) => JSON.stringify( valueAt( before, at ) ) === JSON.stringify( valueAt( after, at ) )
		)
	);

const valueAt = ( values: object, at: string ): unknown =>
	at
		.split( '/' )
		.slice( 1 )
		.map( ( step ) => step.replaceAll( '~1', '/' ).replaceAll( '~0', '~' ) )
		.reduce< unknown >(
			( inner, step ) =>
				typeof inner === 'object' && inner !== null
					? ( inner as Record< string, unknown > )[ step ]
					: undefined,
			values
		);

/** After the errors are on screen. */
function focusFirstError(): void {
	requestAnimationFrame( () => {
		const field = document.querySelector< HTMLElement >(
			'.counterfoil-field.has-error :is(input, select, textarea, button)'
		);
		field?.focus();
	} );
}
