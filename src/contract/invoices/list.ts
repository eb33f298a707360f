import { z } from 'zod';
import { day, id, listOf, moment, money, optionalLine, page, sortedBy, tally } from '../common';
import { operation } from '../operation';
import { documentKind, invoiceState } from './state';

export const invoiceRow = z
	.strictObject( {
		id,
		/** Null for a draft. */
		number: z.string().nullable(),
		client: z.strictObject( { id, name: z.string(), contact: z.string() } ),
		website: z.string(),
		kind: documentKind,
		state: invoiceState,
		/** Somebody has paid it and the money is not here yet: the day by which it is expected, null where that is at any moment. */
		on_its_way: z.strictObject( { expected_on: day.nullable() } ).nullable(),
		/** The day on which the client said that it was paid by bank transfer, while that is all that is known. */
		transfer_announced_on: day.nullable(),
		/** Days past the due date, or 0. */
		days_overdue: z.int().min( 0 ),
		/** The client’s bank disputes a payment of it, or asks about it, and has not decided. */
		is_disputed: z.boolean(),
		total: money,
		due: money,
		issue_date: day.nullable(),
		due_date: day,
		/** Where the client finds it; null for drafts, and where the portal has no page. */
		portal_url: z.string().nullable(),
		created_at: moment,
	} )
	.meta( { id: 'InvoiceRow' } );
export type InvoiceRow = z.infer< typeof invoiceRow >;

/** What figures count that is no state of its own. */
export const invoiceSelection = z.enum( [ 'outstanding', 'due_this_week', 'payment_failed', 'overpaid' ] );
export type InvoiceSelection = z.infer< typeof invoiceSelection >;

/** What narrows a list of invoices, its sums, its export, and a figure that opens it. */
export const invoiceFilters = {
	state: invoiceState.optional(),
	only: invoiceSelection.optional(),
	client_id: id.optional(),
	website_id: id.optional(),
	issued_from: day.optional(),
	issued_to: day.optional(),
	due_from: day.optional(),
	due_to: day.optional(),
	/** A number, the beginnings of words of a client's or its people's names or addresses, or an amount ("1,200.50"). */
	search: optionalLine( 100 ).optional(),
};

export const invoiceSorting = sortedBy( [
	'created_at',
	'number',
	'client',
	'issue_date',
	'due_date',
	'due',
	'total',
] );

/** Of invoices: `sums` are totals, `due` is what is still to be paid. */
const stateTally = z.strictObject( { ...tally.shape, due: z.array( money ) } );

export const listOperations = [
	operation( {
		id: 'invoices.list',
		method: 'GET',
		path: '/invoices',
		summary: 'List invoices, newest first',
		needs: 'staff:view',
		query: z.strictObject( { ...page, ...invoiceSorting, ...invoiceFilters } ),
		response: listOf( invoiceRow ),
	} ),
	operation( {
		id: 'invoices.summary',
		method: 'GET',
		path: '/invoices/summary',
		summary: 'Get the count and totals of invoices by status, of those that match the filters',
		needs: 'staff:view',
		query: z.strictObject( invoiceFilters ),
		response: z.strictObject( {
			all: stateTally,
			draft: stateTally,
			due: stateTally,
			overdue: stateTally,
			part_paid: stateTally,
			paid: stateTally,
			refunded: stateTally,
			credited: stateTally,
			void: stateTally,
			invoiced: stateTally,
			withdrawn: stateTally,
		} ),
	} ),
	operation( {
		id: 'invoices.export',
		method: 'GET',
		path: '/invoices/export',
		summary: 'Export the invoices that match the filters as CSV',
		needs: 'staff:view',
		query: z.strictObject( { ...invoiceSorting, ...invoiceFilters } ),
		response: z.string(),
		binary: 'text/csv',
	} ),
] as const;
