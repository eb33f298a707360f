import { z } from 'zod';
import { money } from '../common';
import { tax } from './lines';

export const totals = z
	.strictObject( {
		/** Sum of the lines as typed, before any discount. */
		subtotal: money,
		/** Taken off, by lines and whole; not negative. What the coupon takes off is beside it. */
		discount: money,
		net: money,
		/** One for each category and rate (EN 16931, BG-23). */
		taxes: z.array( tax.extend( { name: z.string(), base: money, amount: money } ) ),
		total: money,
		paid: money,
		refunded: money,
		/** Taken back by credit notes. */
		credited: money,
		/** Still to be paid; never negative. */
		due: money,
		/** Paid beyond what is asked for and not given back. */
		credit: money,
	} )
	.meta( { id: 'InvoiceTotals' } );
export type InvoiceTotals = z.infer< typeof totals >;
