import { __ } from '@wordpress/i18n';
import type { z } from 'zod';
import type { Form as TextForm } from '../../contract/common';

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
		case 'custom':
			// A rule of ours, that brings its own words.
			return issue.message;
		case 'invalid_value':
			return __( 'Please choose one.', 'counterfoil' );
	}
	return __( 'This is not valid. Please check it.', 'counterfoil' );
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
