import { z } from 'zod';

/** Largest amount anywhere: 10^12 minor units. */
export const MAX_AMOUNT = 1_000_000_000_000;

/** What a text has to look like, by the name both sides know it by: so that both can say it in words. */
export type Form =
	'colour' | 'coupon_code' | 'day' | 'email' | 'number_pattern' | 'prefix' | 'quantity' | 'rate' | 'web_address';

/** Text of a form: the name goes into the JSON Schema (`x-form`), and is the message of zod's issue. */
export const formed = ( form: Form, pattern: RegExp, max?: number ) =>
	( max === undefined ? z.string() : z.string().max( max ) ).regex( pattern, form ).meta( { 'x-form': form } );

export const id = z.int().min( 1 ).max( Number.MAX_SAFE_INTEGER );
export const idParams = z.strictObject( { id } );
export const empty = z.strictObject( {} );

/** ISO 4217, upper case. Which codes are known is checked by the server. */
export const currency = z.string().regex( /^[A-Z]{3}$/ );

/** An amount in the currency's minor unit: 2500 USD is $25.00, 2500 JPY is ¥2,500. Also a sum of many, beyond MAX_AMOUNT. */
export const money = z
	.strictObject( {
		amount: z.int(),
		currency,
	} )
	.meta( { id: 'Money' } );
export type Money = z.infer< typeof money >;

/** A price: an amount that is not negative. */
export const price = z.strictObject( {
	amount: z.int().min( 0 ).max( MAX_AMOUNT ),
	currency,
} );

/** "2", "1.5", at most nine digits before and four after the point; not zero. */
export const quantity = formed( 'quantity', /^(?=.*[1-9])(0|[1-9]\d{0,8})(\.\d{1,4})?$/ );

/** A percentage from "0" to "100", at most four digits after the point. */
export const rate = formed( 'rate', /^(100(\.0{1,4})?|(0|[1-9]\d?)(\.\d{1,4})?)$/ );

/** A calendar day in the business's time zone, `2026-03-31`; not of a year that nobody means. 30 February has its form, but the server refuses it (`format`). */
export const day = formed( 'day', /^(19|2\d)\d{2}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/ ).meta( {
	'x-form': 'day',
	format: 'date',
} );

/** A moment in UTC, `2026-03-31T12:00:00Z`. */
export const moment = z.string().regex( /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/ );

/** One line of text that must not be empty. */
export const line = ( max = 190 ) => z.string().min( 1 ).max( max ).regex( /\S/ );
/** One line of text that may be empty. */
export const optionalLine = ( max = 190 ) => z.string().max( max );
/** Several lines of text that may be empty. */
export const text = ( max = 5000 ) => z.string().max( max );

/** Checked for its form only; the server checks it as WordPress does. */
export const emailAddress = formed( 'email', /^[^\s@]+@[^\s@]+\.[^\s@]+$/, 190 );

export const webAddress = formed( 'web_address', /^https?:\/\/[^\s]+$/, 500 );

/** `#1a2b3c` */
export const colour = formed( 'colour', /^#[0-9a-fA-F]{6}$/ );

/** ISO 3166-1 alpha-2, upper case; empty when unknown. */
export const country = z.string().regex( /^([A-Z]{2})?$/ );

/** WordPress' locale, `pl_PL`. */
export const locale = z.string().regex( /^[a-z]{2,3}(_[A-Z]{2})?$/ );

export const address = z
	.strictObject( {
		line1: optionalLine(),
		line2: optionalLine(),
		postcode: optionalLine( 20 ),
		city: optionalLine(),
		region: optionalLine(),
		country,
	} )
	.meta( { id: 'Address' } );
export type Address = z.infer< typeof address >;

/** Opaque and signed; a changed one is refused. Holds a name of up to 190 characters, of up to four bytes each. */
export const cursor = z.string().min( 1 ).max( 1200 );

/** What every list takes. */
export const page = {
	cursor: cursor.optional(),
	per_page: z.int().min( 1 ).max( 100 ).optional(),
};

/** How a list is sorted; by what, and from the first to the last or back. */
export const sortedBy = < const Column extends string >( columns: readonly [ Column, ...Column[] ] ) => ( {
	orderby: z.enum( columns ).optional(),
	order: z.enum( [ 'asc', 'desc' ] ).optional(),
} );

/** What every list answers: `next_cursor` is null on the last page. */
export function listOf< T extends z.ZodType >( item: T ) {
	return z.strictObject( {
		items: z.array( item ),
		next_cursor: cursor.nullable(),
	} );
}

/** Count and sum for one filter of a list; the sums never mix currencies. */
export const tally = z.strictObject( { count: z.int().min( 0 ), sums: z.array( money ) } );

/** The body of every error. `fields` maps a JSON pointer in the request (`/lines/0/quantity`) to what to do. */
export const apiError = z
	.strictObject( {
		code: z.string(),
		message: z.string(),
		data: z.looseObject( {
			status: z.int(),
			fields: z.record( z.string(), z.string() ).optional(),
		} ),
	} )
	.meta( { id: 'Error' } );

export const image = z.strictObject( { id, url: z.string(), alt: z.string() } ).meta( { id: 'Image' } );

export const done = z.strictObject( { done: z.literal( true ) } );
