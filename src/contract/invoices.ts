import { z } from 'zod';
import {
	currency,
	day,
	done,
	emailAddress,
	id,
	idParams,
	line,
	listOf,
	MAX_AMOUNT,
	moment,
	money,
	optionalLine,
	page,
	price,
	quantity,
	rate,
	tally,
	text,
} from './common';
import { interval } from './catalog';
import { website } from './clients';
import { eventList, eventQuery } from './events';
import { invoiceDocument } from '../documents/invoice-document';
import { drawing } from '../documents/drawing';
import { operation } from './operation';

/** What people see. Made from status, settlement and the clock; never stored. */
export const invoiceState = z.enum( [ 'draft', 'due', 'overdue', 'part_paid', 'paid', 'refunded', 'void' ] );
export type InvoiceState = z.infer< typeof invoiceState >;
export const invoiceStatus = z.enum( [ 'draft', 'issued', 'void' ] );
export const settlement = z.enum( [ 'unpaid', 'part_paid', 'paid', 'refunded' ] );
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

export const invoiceInput = z.strictObject( {
	client_id: id,
	website_id: id.nullable(),
	currency,
	tax_mode: taxMode,
	due_date: day,
	lines: z.array( lineInput ).max( 500 ),
	discount: discount.nullable(),
	message: text( 2000 ),
} );
export type InvoiceInput = z.infer< typeof invoiceInput >;

/** While typing a client may not be chosen yet. */
export const previewInput = invoiceInput.extend( { client_id: id.nullable() } );

export const totals = z
	.strictObject( {
		/** Sum of the lines as typed, before any discount. */
		subtotal: money,
		/** Taken off, by lines and whole; not negative. */
		discount: money,
		net: money,
		taxes: z.array( z.strictObject( { name: z.string(), rate, base: money, amount: money } ) ),
		total: money,
		paid: money,
		refunded: money,
		/** Still to be paid; never negative. */
		due: money,
		/** Paid beyond the total and not given back. */
		credit: money,
	} )
	.meta( { id: 'InvoiceTotals' } );
export type InvoiceTotals = z.infer< typeof totals >;

export const invoiceLine = lineInput.extend( {
	/** Quantity times price less the line's discount. */
	amount: money,
	/** Of the plan, when the line is one period of a recurring one. */
	interval: interval.nullable(),
} );

export const payment = z
	.strictObject( {
		id,
		gateway: z.enum( [ 'stripe', 'offline' ] ),
		mode: z.enum( [ 'test', 'live', 'offline' ] ),
		state: z.enum( [ 'intended', 'requires_action', 'processing', 'unknown', 'succeeded', 'failed', 'cancelled' ] ),
		amount: money,
		refunded: money,
		/** "Visa ending in 4242", "Bank transfer" */
		method: z.string(),
		reference: z.string(),
		/** Why it failed, in plain words; empty when it did not. */
		failure: z.string(),
		/** What somebody has to look at (another amount arrived than asked); empty when nothing. */
		flag: z.string(),
		created_at: moment,
		succeeded_at: moment.nullable(),
	} )
	.meta( { id: 'Payment' } );
export type Payment = z.infer< typeof payment >;

export const note = z
	.strictObject( { id, body: z.string(), author: z.string(), created_at: moment } )
	.meta( { id: 'Note' } );
export type Note = z.infer< typeof note >;

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

export const invoice = z
	.strictObject( {
		id,
		number: z.string().nullable(),
		status: invoiceStatus,
		settlement,
		is_overdue: z.boolean(),
		state: invoiceState,
		days_overdue: z.int().min( 0 ),
		client: z.strictObject( { id, name: z.string(), email: z.string(), contact: z.string() } ),
		website: website.nullable(),
		currency,
		tax_mode: taxMode,
		issue_date: day.nullable(),
		due_date: day,
		lines: z.array( invoiceLine ),
		discount: discount.nullable(),
		message: z.string(),
		totals,
		payments: z.array( payment ),
		notes: z.array( note ),
		/** As the client sees it. */
		document: invoiceDocument,
		/** Where the client finds it; null for a draft or without portal pages. */
		portal_url: z.string().nullable(),
		/** Everyone the invoice's mail goes to. */
		recipients: z.array( emailAddress ),
		created_at: moment,
		issued_at: moment.nullable(),
		sent_at: moment.nullable(),
		opened_at: moment.nullable(),
		paid_at: moment.nullable(),
		voided_at: moment.nullable(),
		/** Counts changes of a draft; sent back when saving, so that nobody overwrites another's work. */
		version: z.int().min( 1 ),
	} )
	.meta( { id: 'Invoice' } );
export type Invoice = z.infer< typeof invoice >;

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

export const preview = z.strictObject( {
	totals,
	/** One for each line of the request, in its order. */
	amounts: z.array( money ),
	document: invoiceDocument,
} );
export type Preview = z.infer< typeof preview >;

export const invoiceOperations = [
	operation( {
		id: 'invoices.list',
		method: 'GET',
		path: '/invoices',
		summary: 'Invoices, newest first',
		audience: 'staff',
		query: z.strictObject( { ...page, ...filters } ),
		response: listOf( invoiceRow ),
	} ),
	operation( {
		id: 'invoices.summary',
		method: 'GET',
		path: '/invoices/summary',
		summary: 'Count and sum for each state',
		audience: 'staff',
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
	operation( {
		id: 'invoices.preview',
		method: 'POST',
		path: '/invoices/preview',
		summary: 'Totals and paper of what is being typed; saves nothing',
		audience: 'staff',
		safe: true,
		body: previewInput,
		response: preview,
	} ),
	operation( {
		id: 'invoices.draw',
		method: 'POST',
		path: '/invoices/drawing',
		summary: 'Drawing instructions for the PDF of what is being typed; saves nothing',
		audience: 'staff',
		safe: true,
		body: previewInput,
		response: drawing,
	} ),
	operation( {
		id: 'invoices.create',
		method: 'POST',
		path: '/invoices',
		summary: 'Save a draft',
		audience: 'staff',
		body: invoiceInput,
		response: invoice,
		status: 201,
		idempotent: true,
	} ),
	operation( {
		id: 'invoices.get',
		method: 'GET',
		path: '/invoices/{id}',
		summary: 'One invoice',
		audience: 'staff',
		params: idParams,
		response: invoice,
	} ),
	operation( {
		id: 'invoices.update',
		method: 'PUT',
		path: '/invoices/{id}',
		summary: 'Change a draft',
		audience: 'staff',
		params: idParams,
		body: invoiceInput.extend( { version: z.int().min( 1 ) } ),
		response: invoice,
	} ),
	operation( {
		id: 'invoices.delete',
		method: 'DELETE',
		path: '/invoices/{id}',
		summary: 'Delete a draft',
		audience: 'staff',
		params: idParams,
		response: done,
	} ),
	operation( {
		id: 'invoices.send',
		method: 'POST',
		path: '/invoices/{id}/send',
		summary: 'Number, lock and mail a draft',
		audience: 'staff',
		params: idParams,
		body: z.strictObject( { version: z.int().min( 1 ) } ),
		response: invoice,
		idempotent: true,
	} ),
	operation( {
		id: 'invoices.resend',
		method: 'POST',
		path: '/invoices/{id}/resend',
		summary: 'Mail an issued invoice again',
		audience: 'staff',
		params: idParams,
		response: invoice,
		idempotent: true,
	} ),
	operation( {
		id: 'invoices.void',
		method: 'POST',
		path: '/invoices/{id}/void',
		summary: 'Declare an unpaid invoice void; its number stays',
		audience: 'staff',
		params: idParams,
		response: invoice,
		idempotent: true,
	} ),
	operation( {
		id: 'invoices.duplicate',
		method: 'POST',
		path: '/invoices/{id}/duplicate',
		summary: 'A new draft with the same lines',
		audience: 'staff',
		params: idParams,
		response: invoice,
		status: 201,
		idempotent: true,
	} ),
	operation( {
		id: 'invoices.mark-paid',
		method: 'POST',
		path: '/invoices/{id}/offline-payments',
		summary: 'Record money that came outside of Stripe',
		audience: 'staff',
		params: idParams,
		body: z.strictObject( {
			amount: price,
			method: z.enum( [ 'bank_transfer', 'cash', 'cheque', 'other' ] ),
			paid_on: day,
			reference: optionalLine( 100 ),
			send_receipt: z.boolean(),
		} ),
		response: invoice,
		idempotent: true,
	} ),
	operation( {
		id: 'payments.refund',
		method: 'POST',
		path: '/payments/{id}/refunds',
		summary: 'Give back a payment or a part of it',
		audience: 'staff',
		params: idParams,
		body: z.strictObject( { amount: price, reason: optionalLine( 190 ) } ),
		response: invoice,
		idempotent: true,
	} ),
	operation( {
		id: 'invoices.pdf',
		method: 'GET',
		path: '/invoices/{id}/pdf',
		summary: 'The PDF that was mailed; of a draft, what would be',
		audience: 'staff',
		params: idParams,
		response: z.string(),
		binary: 'application/pdf',
	} ),
	operation( {
		id: 'invoices.events',
		method: 'GET',
		path: '/invoices/{id}/events',
		summary: 'What happened with this invoice, newest first',
		audience: 'staff',
		params: idParams,
		query: eventQuery,
		response: eventList,
	} ),
	operation( {
		id: 'notes.create',
		method: 'POST',
		path: '/invoices/{id}/notes',
		summary: 'Add a note that only staff sees',
		audience: 'staff',
		params: idParams,
		body: z.strictObject( { body: z.string().min( 1 ).max( 5000 ).regex( /\S/ ) } ),
		response: note,
		status: 201,
		idempotent: true,
	} ),
	operation( {
		id: 'notes.delete',
		method: 'DELETE',
		path: '/notes/{id}',
		summary: 'Delete a note of one’s own',
		audience: 'staff',
		params: idParams,
		response: done,
	} ),
] as const;
