import { z } from 'zod';
import { day, id, listOf, moment, money, optionalLine, page, tally } from '../common';
import { operation } from '../operation';
import { invoiceState } from './state';

export const invoiceRow = z
	.strictObject( {
		id,
		/** Null for a draft. */
		number: z.string().nullable(),
		client: z.strictObject( { id, name: z.string(), contact: z.string() } ),
		website: z.string(),
		state: invoiceState,
		/** Days past the due date, or 0. */
		days_overdue: z.int().min( 0 ),
		total: money,
		due: money,
		issue_date: day.nullable(),
		due_date: day,
		created_at: moment,
	} )
	.meta( { id: 'InvoiceRow' } );
export type InvoiceRow = z.infer< typeof invoiceRow >;

/** What narrows a list of invoices, everywhere. */
const filters = {
	state: invoiceState.optional(),
	client_id: id.optional(),
	website_id: id.optional(),
	issued_from: day.optional(),
	issued_to: day.optional(),
	/** A number, a client's name or an amount ("1,200.50"). */
	search: optionalLine( 100 ).optional(),
};

export const listOperations = [
	operation( {
		id: 'invoices.list',
		method: 'GET',
		path: '/invoices',
		summary: 'List invoices, newest first',
		needs: 'staff:view',
		query: z.strictObject( { ...page, ...filters } ),
		response: listOf( invoiceRow ),
	} ),
	operation( {
		id: 'invoices.summary',
		method: 'GET',
		path: '/invoices/summary',
		summary: 'Get the count and total of invoices by status',
		needs: 'staff:view',
		query: z.strictObject( { client_id: id.optional() } ),
		response: z.strictObject( {
			all: tally,
			draft: tally,
			due: tally,
			overdue: tally,
			part_paid: tally,
			paid: tally,
			refunded: tally,
			void: tally,
		} ),
	} ),
] as const;
