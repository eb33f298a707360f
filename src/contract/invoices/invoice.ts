import { z } from 'zod';
import { currency, day, done, emailAddress, id, idParams, moment, money, optionalLine, text } from '../common';
import { website } from '../websites';
import { paper } from '../documents';
import { operation } from '../operation';
import { attachment, MAX_FILES } from './attachments';
import { chosenRecipients } from './recipients';
import { appliedCoupon, discount, exchangeRate, invoiceLine, lineInput, supply, taxMode } from './lines';
import { payment } from '../payments/payment';
import { note } from './record';
import { documentKind, invoiceState, invoiceStatus, settlement } from './state';
import { totals } from './totals';

const named = z.strictObject( { id, number: z.string() } );

export const invoiceInput = z.strictObject( {
	client_id: id,
	website_id: id.nullable(),
	currency,
	tax_mode: taxMode,
	due_date: day,
	lines: z.array( lineInput ).max( 500 ),
	discount: discount.nullable(),
	/** A coupon's code, in any case; left out or empty for none. */
	coupon: optionalLine( 60 ).optional(),
	message: text( 2000 ),
	/** When all of it was supplied; a line may say its own. */
	supply: supply.optional(),
	/** What the client books it by (BT-10): left out or empty, that of the client. */
	buyer_reference: optionalLine().optional(),
	/** Number of the client's order (BT-13). */
	purchase_order: optionalLine( 60 ).optional(),
	/** Left out, what is chosen for the client or the business. */
	kind: documentKind.optional(),
	/** Typed: what one unit of the currency is worth in that of the VAT; empty for the published one. */
	exchange_rate: exchangeRate.optional(),
	/** Files that were uploaded for it, in their order; left out, a draft keeps those it has. */
	attachments: z.array( id ).max( MAX_FILES ).optional(),
	/** Who gets it, instead of whoever gets the client's; left out, a draft keeps those it has. */
	recipients: chosenRecipients.optional(),
} );
export type InvoiceInput = z.infer< typeof invoiceInput >;

export const invoice = z
	.strictObject( {
		id,
		number: z.string().nullable(),
		kind: documentKind,
		/** The pro-forma whose payment made this invoice. */
		pro_forma: named.nullable(),
		/** The invoice that this pro-forma’s payment made. */
		made_invoice: named.nullable(),
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
		coupon: appliedCoupon.nullable(),
		message: z.string(),
		supply,
		buyer_reference: z.string(),
		purchase_order: z.string(),
		exchange_rate: z.string(),
		/** Sent with it beside its PDF. */
		attachments: z.array( attachment ),
		totals,
		/** What the client has to pay bills with, in the invoice's currency. */
		client_credit: money,
		payments: z.array( payment ),
		notes: z.array( note ),
		/** As the client sees it. */
		document: paper,
		/** Where the client finds it; null for a draft or without portal pages. */
		portal_url: z.string().nullable(),
		/** Everyone the invoice's mail goes to. */
		recipients: z.array( emailAddress ),
		/** Who gets a copy of it: CC, and the agency's finance inbox. */
		copies: z.array( emailAddress ),
		/** The agency's finance inbox, where it gets a copy; else empty. */
		finance_copy: z.string(),
		/** The client's people, of whom recipients can be chosen. */
		recipient_choices: z.array( z.strictObject( { email: emailAddress, name: z.string() } ) ),
		/** Whom its mail went to, or is on its way to. */
		emailed: z.strictObject( { to: z.array( emailAddress ), copies: z.array( emailAddress ) } ),
		/** Of these, who has no access to the portal: they can be invited with the invoice. */
		without_access: z.array( emailAddress ),
		/** Whether the button of its emails opens it without a login. */
		opens_by_link: z.boolean(),
		created_at: moment,
		issued_at: moment.nullable(),
		sent_at: moment.nullable(),
		/** How far its email has come: `to` are the addresses of which that is said, `error` why it failed last. */
		mail: z.strictObject( {
			state: z.enum( [ 'none', 'waiting', 'sent', 'failed' ] ),
			to: z.array( z.string() ),
			error: z.string(),
		} ),
		opened_at: moment.nullable(),
		paid_at: moment.nullable(),
		voided_at: moment.nullable(),
		/** Counts changes of a draft; sent back when saving, so that nobody overwrites another's work. */
		version: z.int().min( 1 ),
	} )
	.meta( { id: 'Invoice' } );
export type Invoice = z.infer< typeof invoice >;

/** One invoice; only a draft is ever changed or deleted. */
export const detailOperations = [
	operation( {
		id: 'invoices.create',
		method: 'POST',
		path: '/invoices',
		summary: 'Create a draft',
		needs: 'staff:bill',
		body: invoiceInput,
		response: invoice,
		status: 201,
		idempotent: true,
	} ),
	operation( {
		id: 'invoices.get',
		method: 'GET',
		path: '/invoices/{id}',
		summary: 'Get an invoice',
		needs: 'staff:view',
		params: idParams,
		response: invoice,
	} ),
	operation( {
		id: 'invoices.update',
		method: 'PUT',
		path: '/invoices/{id}',
		summary: 'Update a draft',
		needs: 'staff:bill',
		params: idParams,
		body: invoiceInput.extend( { version: z.int().min( 1 ) } ),
		response: invoice,
	} ),
	operation( {
		id: 'invoices.delete',
		method: 'DELETE',
		path: '/invoices/{id}',
		summary: 'Delete a draft',
		needs: 'staff:bill',
		params: idParams,
		response: done,
	} ),
] as const;
