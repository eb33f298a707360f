import { __, sprintf } from '@wordpress/i18n';
import type { z } from 'zod';
import type { Form as TextForm } from '../../contract/common';
import { formatMoney } from '../money';
import { howToWriteAmount, tooLarge } from './amount-words';

/** Sentences by JSON pointer: `{ "/lines/0/quantity": "…" }`, as the server gives them. */
export type FieldErrors = Readonly< Record< string, string > >;

export const pointer = ( path: readonly PropertyKey[] ): string =>
	`/${ path.map( ( step ) => String( step ).replaceAll( '~', '~0' ).replaceAll( '/', '~1' ) ).join( '/' ) }`;

/** The currency of the amount at a path; undefined where there is no amount. */
type CurrencyAt = ( path: readonly PropertyKey[] ) => string | undefined;

/** What a schema found wrong, as sentences that say what to do. */
export function sentences(
	issues: readonly z.core.$ZodIssue[],
	currencyAt: CurrencyAt = () => undefined
): FieldErrors {
	const fields: Record< string, string > = {};
	for ( const issue of issues ) {
		fields[ pointer( issue.path ) ] ??= sentence( issue, currencyAt( issue.path ) );
	}
	return fields;
}

/** How to write what has a form. */
const forms: Record< TextForm, () => string > = {
	colour: () =>
		__( 'Enter the color as # and six digits or letters from a to f, for example #0f4c5c.', 'counterfoil' ),
	coupon_code: () =>
		__( 'Use 2 to 40 letters from A to Z, numbers, - and _ . For example: SPRING-25', 'counterfoil' ),
	day: () => __( 'Choose a date.', 'counterfoil' ),
	email: () => __( 'Enter an email address, for example name@example.com.', 'counterfoil' ),
	number_pattern: () =>
		__(
			'Use {number} once. You can add letters, numbers, spaces and - / _ . For example: {year}-{number}',
			'counterfoil'
		),
	prefix: () => __( 'Use only letters, numbers, spaces and - / _ . For example: INV-2026-', 'counterfoil' ),
	quantity: () =>
		__( 'Enter a quantity greater than zero with up to four decimals, for example 2 or 1.5.', 'counterfoil' ),
	rate: () =>
		__( 'Enter a percentage from 0 to 100 with up to four decimals, for example 19 or 7.5.', 'counterfoil' ),
	web_address: () =>
		__(
			'Enter a web address that starts with https:// or http://, for example https://example.com.',
			'counterfoil'
		),
};

/** The currency of an amount is beside it: `{ amount, currency }`. */
export const currencyIn =
	( values: object ): CurrencyAt =>
	( path ) => {
		const beside =
			path.at( -1 ) === 'amount'
				? valueAt( values, pointer( [ ...path.slice( 0, -1 ), 'currency' ] ) )
				: undefined;
		return typeof beside === 'string' ? beside : undefined;
	};

function sentence( issue: z.core.$ZodIssue, currency?: string ): string {
	const isEmpty = 'input' in issue && issue.input === '';
	switch ( issue.code ) {
		case 'too_small':
			return tooSmall( issue, currency );
		case 'too_big':
			return tooBig( issue, currency );
		case 'invalid_format':
			return isEmpty
				? __( 'This field is required.', 'counterfoil' )
				: ( ( forms as Partial< Record< string, () => string > > )[ issue.message ]?.() ??
						__( 'This value has the wrong format. Check it and try again.', 'counterfoil' ) );
		case 'invalid_type':
			if ( issue.expected !== 'number' && issue.expected !== 'int' ) {
				return __( 'This field is required.', 'counterfoil' );
			}
			return currency ? howToWriteAmount( currency ) : __( 'Enter a number, for example 14.', 'counterfoil' );
		case 'invalid_union': {
			// Empty or of a form: what is there is not empty.
			const formed = issue.errors.flat().find( ( { code } ) => code === 'invalid_format' );
			return formed ? sentence( formed ) : __( 'This value isn’t valid. Check it and try again.', 'counterfoil' );
		}
		case 'custom':
			// A rule of ours, that brings its own words.
			return issue.message;
		case 'invalid_value':
			return __( 'Choose an option.', 'counterfoil' );
	}
	return __( 'This value isn’t valid. Check it and try again.', 'counterfoil' );
}

function tooSmall( { origin, minimum }: z.core.$ZodIssueTooSmall, currency?: string ): string {
	if ( origin === 'string' ) {
		return minimum === 1
			? __( 'This field is required.', 'counterfoil' )
			: sprintf(
					/* translators: %d: number of characters */
					__( 'Too short. The minimum is %d characters.', 'counterfoil' ),
					Number( minimum )
				);
	}
	if ( currency && Number( minimum ) >= 0 ) {
		return howToWriteAmount( currency );
	}
	return sprintf(
		/* translators: %s: a number */
		__( 'Too low. The minimum is %s.', 'counterfoil' ),
		currency ? formatMoney( { amount: Number( minimum ), currency } ) : minimum.toLocaleString()
	);
}

function tooBig( { origin, maximum }: z.core.$ZodIssueTooBig, currency?: string ): string {
	if ( origin === 'string' ) {
		return sprintf(
			/* translators: %d: number of characters */
			__( 'Too long. The maximum is %d characters.', 'counterfoil' ),
			Number( maximum )
		);
	}
	if ( currency ) {
		return tooLarge( Number( maximum ), currency );
	}
	return sprintf(
		/* translators: %s: a number */
		__( 'Too high. The maximum is %s.', 'counterfoil' ),
		maximum.toLocaleString()
	);
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
