import { z } from 'zod';
import { day, id, idParams, listOf, money, optionalLine, page, sortedBy, tally } from '../common';
import { operation } from '../operation';

/** A payment that came, as a row of their list. */
export const paymentRow = z
	.strictObject( {
		id,
		client: z.strictObject( { id, name: z.string() } ),
		/** What it was for, and what of it is on each. */
		invoices: z.array( z.strictObject( { id, number: z.string(), amount: money } ) ),
		/** The number of its receipt. */
		receipt: z.string(),
		/** The day of the money. */
		received_on: day,
		/** "Visa ending in 4242", "Bank transfer" */
		method: z.string(),
		reference: z.string(),
		received: money,
		/** Went back, or is about to. */
		refunded: money,
		/** Taken back by the client’s bank. */
		reversed: money,
		/** Received less refunded and taken back. */
		kept: money,
		/** It was recorded by hand, and nothing of it was refunded or used elsewhere. */
		can_undo: z.boolean(),
	} )
	.meta( { id: 'PaymentRow' } );
export type PaymentRow = z.infer< typeof paymentRow >;

/** What narrows a list of payments, its sums, its export, and a figure that opens it. */
export const paymentFilters = {
	/** Days of the money. */
	received_from: day.optional(),
	received_to: day.optional(),
	client_id: id.optional(),
	/** The beginnings of words of a client's or its people's names or addresses, or of a reference. */
	search: optionalLine( 100 ).optional(),
};

export const paymentSorting = sortedBy( [ 'received_on', 'received' ] );

export const listOperations = [
	operation( {
		id: 'payments.list',
		method: 'GET',
		path: '/payments',
		summary: 'List received payments, newest first',
		needs: 'staff:view',
		query: z.strictObject( { ...page, ...paymentSorting, ...paymentFilters } ),
		response: listOf( paymentRow ),
	} ),
	operation( {
		id: 'payments.undo',
		method: 'POST',
		path: '/payments/{id}/undo',
		summary: 'Undo a payment that was recorded by mistake, with a counter-entry',
		needs: 'staff:bill',
		params: idParams,
		body: z.strictObject( { reason: optionalLine( 190 ) } ),
		response: paymentRow,
		idempotent: true,
	} ),
	operation( {
		id: 'payments.summary',
		method: 'GET',
		path: '/payments/summary',
		summary: 'Get the count and net total of the payments that match the filters',
		needs: 'staff:view',
		query: z.strictObject( paymentFilters ),
		response: tally,
	} ),
	operation( {
		id: 'payments.export',
		method: 'GET',
		path: '/payments/export',
		summary: 'Export the payments that match the filters as CSV',
		needs: 'staff:view',
		query: z.strictObject( { ...paymentSorting, ...paymentFilters } ),
		response: z.string(),
		binary: 'text/csv',
	} ),
] as const;
