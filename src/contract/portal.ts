import { z } from 'zod';
import { day, id, idParams, listOf, money, page, price } from './common';
import { invoiceState } from './invoices';
import { operation } from './operation';

/** The portal is rendered by the server; these routes are what moves in it. The client is the session's. */
export const portalInvoice = z
	.strictObject( {
		id,
		number: z.string(),
		state: invoiceState,
		days_overdue: z.int().min( 0 ),
		total: money,
		due: money,
		issue_date: day,
		due_date: day,
		url: z.string(),
	} )
	.meta( { id: 'PortalInvoice' } );

/** Where a payment stands, for the person who pays. */
export const portalPayment = z
	.strictObject( {
		id,
		/** The first of `invoices`. */
		invoice_id: id,
		/** What it is for, oldest first; empty for whoever pays by a link, who hears of their one invoice only. */
		invoices: z.array( z.strictObject( { id, number: z.string(), amount: money } ) ),
		state: z.enum( [ 'ready', 'requires_action', 'processing', 'succeeded', 'failed' ] ),
		amount: money,
		/** A finished sentence: what happened and what to do. */
		message: z.string(),
		/** While it is with a bank: the day by which it is known whether the money came. */
		expected_on: day.nullable(),
		/** Where to type in how to pay; only while the payment can be confirmed in the browser. */
		gateway: z
			.strictObject( {
				name: z.string(),
				/** Address of the gateway's script module, which exports `open`. */
				script: z.string(),
				/** For that script alone. */
				params: z.record( z.string(), z.string() ),
			} )
			.nullable(),
	} )
	.meta( { id: 'PortalPayment' } );
export type PortalPayment = z.infer< typeof portalPayment >;

export const portalOperations = [
	operation( {
		id: 'portal.invoices',
		method: 'GET',
		path: '/portal/invoices',
		summary: 'List your issued invoices, newest first',
		needs: 'contact:billing.view',
		query: z.strictObject( page ),
		response: listOf( portalInvoice ),
	} ),
	operation( {
		id: 'portal.invoice',
		method: 'GET',
		path: '/portal/invoices/{id}',
		summary: 'Get one of your invoices',
		needs: 'contact:billing.view',
		params: idParams,
		response: portalInvoice,
	} ),
	operation( {
		id: 'portal.chosen',
		method: 'POST',
		path: '/portal/invoices/chosen',
		summary: 'Get what some of your invoices come to',
		needs: 'contact:billing.view',
		body: z.strictObject( { invoices: z.array( id ).min( 1 ).max( 50 ) } ),
		response: z.strictObject( {
			count: z.int().min( 0 ),
			sums: z.array( money ),
			/** "2 invoices selected: €120.00", in the reader's language. */
			words: z.string(),
		} ),
		safe: true,
	} ),
	operation( {
		id: 'portal.pdf',
		method: 'GET',
		path: '/portal/invoices/{id}/pdf',
		summary: 'Get the PDF that was emailed',
		needs: 'contact:billing.view',
		params: idParams,
		response: z.string(),
		binary: 'application/pdf',
	} ),
	operation( {
		id: 'portal.pay',
		method: 'POST',
		path: '/portal/invoices/{id}/payments',
		summary: 'Start a payment for the amount due, or continue one in progress',
		needs: 'payer:billing.manage',
		outside: true,
		params: idParams,
		response: portalPayment,
		status: 201,
	} ),
	operation( {
		id: 'portal.pay-chosen',
		method: 'POST',
		path: '/portal/payments',
		summary: 'Start one payment for the invoices you choose, or for a part of one',
		needs: 'payer:billing.manage',
		outside: true,
		body: z.strictObject( {
			/** Open invoices and pro formas of one currency. */
			invoices: z.array( id ).min( 1 ).max( 50 ),
			/** For one invoice, where part payments are allowed; what is due when left out. */
			amount: price.optional(),
		} ),
		response: portalPayment,
		status: 201,
	} ),
	operation( {
		id: 'portal.payment',
		method: 'POST',
		path: '/portal/payments/{id}/refresh',
		summary: 'Refresh the status of your payment from the gateway',
		needs: 'payer:billing.manage',
		outside: true,
		params: idParams,
		response: portalPayment,
	} ),
] as const;
