import { z } from 'zod';
import { id, line, MAX_AMOUNT, money, quantity } from '../common';
import { discount, tax, taxInput, unitCode } from '../invoices/lines';

/** Minor units of the subscription's currency. Without a tax its bills follow the client and the tax settings of their day. */
export const subscriptionItemInput = z.strictObject( {
	plan_id: id.nullable(),
	description: line( 500 ),
	quantity,
	unit_price: z.int().min( 0 ).max( MAX_AMOUNT ),
	/** Once, on the first bill. */
	setup_fee: z.int().min( 0 ).max( MAX_AMOUNT ),
	discount: discount.nullable(),
	tax: taxInput.nullable(),
	unit_code: unitCode.optional(),
} );
export type SubscriptionItemInput = z.infer< typeof subscriptionItemInput >;

/** How long a client has agreed to stay. */
export const term = z.strictObject( {
	/** From its first day; 0 for none. */
	months: z.int().min( 0 ).max( 120 ),
	/** Days before its end, or before any end where there is no term. */
	notice_days: z.int().min( 0 ).max( 365 ),
	/** Another one follows unless notice was given in time; else it can end at any time then. */
	renews: z.boolean(),
} );
export type Term = z.infer< typeof term >;

export const subscriptionItem = z.strictObject( {
	plan_id: id.nullable(),
	description: z.string(),
	quantity,
	unit_price: money,
	setup_fee: money,
	discount: discount.nullable(),
	/** Null for what follows from the client and the settings on the day of the bill. */
	tax: tax.nullable(),
	unit_code: z.string(),
	/** For a whole period, less its discount. */
	amount: money,
} );
