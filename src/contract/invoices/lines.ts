import { z } from 'zod';
import { id, line, MAX_AMOUNT, money, quantity, rate } from '../common';
import { interval } from '../products';

export const taxMode = z.enum( [ 'exclusive', 'inclusive' ] );

/** Off a line, or off the whole invoice. A percentage, or an amount of the invoice's currency. */
export const discount = z.discriminatedUnion( 'type', [
	z.strictObject( { type: z.literal( 'percent' ), percent: rate } ),
	z.strictObject( { type: z.literal( 'amount' ), amount: z.int().min( 0 ).max( MAX_AMOUNT ) } ),
] );
export type Discount = z.infer< typeof discount >;

/** "VAT", "23" */
export const tax = z.strictObject( { name: line( 40 ), rate } );
export type Tax = z.infer< typeof tax >;

/** A line from a plan carries its `plan_id`; its words and price are the line's own all the same. */
export const lineInput = z.strictObject( {
	plan_id: id.nullable(),
	description: line( 500 ),
	quantity,
	/** Minor units of the invoice's currency; with tax in it when `tax_mode` is inclusive. */
	unit_price: z.int().min( 0 ).max( MAX_AMOUNT ),
	discount: discount.nullable(),
	tax: tax.nullable(),
} );
export type LineInput = z.infer< typeof lineInput >;

export const invoiceLine = lineInput.extend( {
	/** Quantity times price less the line's discount. */
	amount: money,
	/** Of the plan, when the line is one period of a recurring one. */
	interval: interval.nullable(),
} );
