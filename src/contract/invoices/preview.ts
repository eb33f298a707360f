import { z } from 'zod';
import { id, money } from '../common';
import { drawing, paper } from '../documents';
import { operation } from '../operation';
import { invoiceInput } from './invoice';
import { appliedCoupon, tax } from './lines';
import { totals } from './totals';

/** While typing a client may not be chosen yet. */
export const previewInput = invoiceInput.extend( { client_id: id.nullable() } );

export const preview = z.strictObject( {
	totals,
	/** One for each line of the request, in its order. */
	amounts: z.array( money ),
	coupon: appliedCoupon.nullable(),
	/** The VAT in the currency it is declared in, where that is another one; a rate of null is being fetched. */
	tax_exchange: z
		.strictObject( {
			currency: z.string(),
			rate: z.string().nullable(),
			day: z.string().nullable(),
			/** "nbp", "ecb", or "manual". */
			source: z.string().nullable(),
			table: z.string(),
			tax: money.nullable(),
		} )
		.nullable(),
	/** How each line would be taxed and why, whatever it has; a tax of null where that would be a guess. */
	proposals: z.array( z.strictObject( { tax: tax.nullable(), why: z.string() } ) ),
	document: paper,
	/** What was typed and can't be drawn on paper: a sentence each, by the field's JSON pointer. It is not sent like this. */
	unprintable: z.record( z.string(), z.string() ),
} );
export type Preview = z.infer< typeof preview >;

export const previewOperations = [
	operation( {
		id: 'invoices.preview',
		method: 'POST',
		path: '/invoices/preview',
		summary: 'Preview the totals and layout of unsaved changes',
		needs: 'staff:bill',
		safe: true,
		body: previewInput,
		response: preview,
	} ),
	operation( {
		id: 'invoices.draw',
		method: 'POST',
		path: '/invoices/drawing',
		summary: 'Get the drawing instructions for a PDF preview of unsaved changes',
		needs: 'staff:bill',
		safe: true,
		body: previewInput,
		response: drawing,
	} ),
] as const;
