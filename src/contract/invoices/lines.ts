import { z } from 'zod';
import { day, id, line, MAX_AMOUNT, money, optionalLine, quantity, rate } from '../common';
import { interval } from '../products';

export const taxMode = z.enum( [ 'exclusive', 'inclusive' ] );

/** Off a line, or off the whole invoice. A percentage, or an amount of the invoice's currency. */
export const discount = z.discriminatedUnion( 'type', [
	z.strictObject( { type: z.literal( 'percent' ), percent: rate } ),
	z.strictObject( { type: z.literal( 'amount' ), amount: z.int().min( 0 ).max( MAX_AMOUNT ) } ),
] );
export type Discount = z.infer< typeof discount >;

/** As it stands on a bill: what it is called, and what it takes off the lines that it is for. */
export const appliedCoupon = z.strictObject( { id, code: z.string(), name: z.string(), amount: money } );
export type AppliedCoupon = z.infer< typeof appliedCoupon >;

/** EN 16931, BT-151: standard, zero, exempt, reverse charge, intra-Community supply, export, outside the scope. */
export const taxCategory = z.enum( [ 'S', 'Z', 'E', 'AE', 'K', 'G', 'O' ] );
export type TaxCategory = z.infer< typeof taxCategory >;

/**
 * "VAT", "23", "S". A rate above zero is a standard rate; of a rate of zero somebody has to say the category,
 * and without one the invoice can't be issued.
 */
export const taxInput = z.strictObject( {
	name: line( 40 ),
	rate,
	category: taxCategory.nullable().optional(),
	/** Why it is not the full rate: a code of the VATEX list, and words; either may be empty. */
	reason_code: optionalLine( 40 ).optional(),
	reason: optionalLine( 500 ).optional(),
} );
export const tax = taxInput.required();
export type Tax = z.infer< typeof tax >;

/** From the first day to the last, both included; a single day is both. */
export const supply = z.strictObject( { from: day.nullable(), to: day.nullable() } );

/** A decimal string above zero, "4.253"; may be empty. */
export const exchangeRate = z.string().regex( /^(?!0*(\.0*)?$)\d{1,9}(\.\d{1,8})?$|^$/ );

/** UN/ECE recommendation 20: "HUR" is an hour, "MON" a month, "C62" a piece. */
export const unitCode = z.string().regex( /^[A-Z0-9]{2,3}$/ );

/** A line from a plan carries its `plan_id`; its words and price are the line's own all the same. */
export const lineInput = z.strictObject( {
	plan_id: id.nullable(),
	description: line( 500 ),
	quantity,
	/**
	 * Minor units of the invoice's currency; with tax in it when `tax_mode` is inclusive. Below zero the line credits
	 * something, as long as the lines of its tax don't come to less than zero.
	 */
	unit_price: z.int().min( -MAX_AMOUNT ).max( MAX_AMOUNT ),
	discount: discount.nullable(),
	/** Null where nobody said how it is taxed: a draft may be saved like this, not issued. */
	tax: taxInput.nullable(),
	/** Left out, it is that of the plan, else "C62". */
	unit_code: unitCode.optional(),
	supply: supply.optional(),
} );
export type LineInput = z.infer< typeof lineInput >;

export const invoiceLine = lineInput.extend( {
	tax: tax.nullable(),
	unit_code: unitCode,
	supply,
	/** Quantity times price less the line's discount. */
	amount: money,
	/** Of the plan, when the line is one period of a recurring one. */
	interval: interval.nullable(),
} );
