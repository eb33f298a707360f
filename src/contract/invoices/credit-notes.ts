import { z } from 'zod';
import {
	day,
	id,
	idParams,
	line,
	listOf,
	money,
	optionalLine,
	page,
	price,
	quantity,
	rate,
	sortedBy,
	tally,
} from '../common';
import { paper } from '../documents/paper';
import { operation } from '../operation';
import { invoice } from './invoice';

/** How much of an invoice is credited: all that is left, so much of its lines, or an amount with the tax in it. */
export const creditExtent = z.discriminatedUnion( 'type', [
	z.strictObject( { type: z.literal( 'rest' ) } ),
	z.strictObject( {
		type: z.literal( 'lines' ),
		/** `position` is that of the invoice's line, from 0. */
		lines: z
			.array( z.strictObject( { position: z.int().min( 0 ).max( 499 ), quantity } ) )
			.min( 1 )
			.max( 500 ),
	} ),
	z.strictObject( { type: z.literal( 'amount' ), amount: price } ),
] );
export type CreditExtent = z.infer< typeof creditExtent >;

/** What becomes of what the client had paid already: it goes back to the payment method used, or is kept as their credit. */
export const creditSurplus = z.enum( [ 'refund', 'keep' ] );

export const creditInput = z.strictObject( {
	extent: creditExtent,
	/** Printed on the credit note. */
	reason: line( 500 ),
	surplus: creditSurplus,
	/** Of the invoice that was looked at. */
	version: z.int().min( 1 ),
} );

const creditTotals = {
	lines: z.array(
		z.strictObject( {
			/** Of the invoice's line, from 0; null for a sum. */
			position: z.int().nullable(),
			description: z.string(),
			quantity: z.string().nullable(),
			/** As the invoice's lines, with or without the tax in it, less all discounts. */
			amount: money,
		} )
	),
	net: money,
	taxes: z.array( z.strictObject( { name: z.string(), rate, base: money, amount: money } ) ),
	total: money,
	/** What it takes off the amount due. */
	from_due: money,
	/** What the client paid already. */
	surplus: money,
};

export const creditPreview = z.strictObject( {
	/** What can still be credited, with the tax in it. */
	left: money,
	/** One for each line of the invoice: what of it was not credited yet. "0" when nothing is left. */
	quantities_left: z.array( z.string() ),
	...creditTotals,
} );
export type CreditPreview = z.infer< typeof creditPreview >;

export const creditNoteRow = z
	.strictObject( {
		id,
		number: z.string(),
		client: z.strictObject( { id, name: z.string() } ),
		invoice: z.strictObject( { id, number: z.string() } ),
		issue_date: day,
		reason: z.string(),
		total: money,
		from_due: money,
		surplus: money,
		surplus_to: creditSurplus,
	} )
	.meta( { id: 'CreditNoteRow' } );
export type CreditNoteRow = z.infer< typeof creditNoteRow >;

/** What narrows a list of credit notes, its sums and its export. */
export const creditNoteFilters = {
	client_id: id.optional(),
	invoice_id: id.optional(),
	issued_from: day.optional(),
	issued_to: day.optional(),
	/** A part of its number or the invoice's, or the beginnings of words of a client's or its people's names. */
	search: optionalLine( 100 ).optional(),
};

export const creditNoteSorting = sortedBy( [ 'number', 'issue_date', 'total' ] );

export const creditNote = creditNoteRow
	.extend( {
		lines: creditTotals.lines,
		net: money,
		taxes: creditTotals.taxes,
		document: paper,
	} )
	.meta( { id: 'CreditNote' } );
export type CreditNote = z.infer< typeof creditNote >;

/** Documents that take back an issued invoice, or a part of it. */
export const creditNoteOperations = [
	operation( {
		id: 'credit-notes.preview',
		method: 'POST',
		path: '/invoices/{id}/credit-notes/preview',
		summary: 'Preview the totals of a credit note',
		needs: 'staff:bill',
		safe: true,
		params: idParams,
		body: z.strictObject( { extent: creditExtent } ),
		response: creditPreview,
	} ),
	operation( {
		id: 'credit-notes.create',
		method: 'POST',
		path: '/invoices/{id}/credit-notes',
		summary: 'Credit an issued invoice in full or in part; refunding the payment also requires staff:refund',
		needs: 'staff:bill',
		outside: true,
		params: idParams,
		body: creditInput,
		response: invoice,
		status: 201,
		idempotent: true,
	} ),
	operation( {
		id: 'credit-notes.list',
		method: 'GET',
		path: '/credit-notes',
		summary: 'List credit notes, newest first',
		needs: 'staff:view',
		query: z.strictObject( { ...page, ...creditNoteSorting, ...creditNoteFilters } ),
		response: listOf( creditNoteRow ),
	} ),
	operation( {
		id: 'credit-notes.summary',
		method: 'GET',
		path: '/credit-notes/summary',
		summary: 'Get the count and total of the credit notes that match the filters',
		needs: 'staff:view',
		query: z.strictObject( creditNoteFilters ),
		response: tally,
	} ),
	operation( {
		id: 'credit-notes.export',
		method: 'GET',
		path: '/credit-notes/export',
		summary: 'Export the credit notes that match the filters as CSV',
		needs: 'staff:view',
		query: z.strictObject( { ...creditNoteSorting, ...creditNoteFilters } ),
		response: z.string(),
		binary: 'text/csv',
	} ),
	operation( {
		id: 'credit-notes.get',
		method: 'GET',
		path: '/credit-notes/{id}',
		summary: 'Get a credit note',
		needs: 'staff:view',
		params: idParams,
		response: creditNote,
	} ),
	operation( {
		id: 'credit-notes.pdf',
		method: 'GET',
		path: '/credit-notes/{id}/pdf',
		summary: 'Get the credit note’s PDF as it was emailed',
		needs: 'staff:view',
		params: idParams,
		response: z.string(),
		binary: 'application/pdf',
	} ),
] as const;
