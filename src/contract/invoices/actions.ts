import { z } from 'zod';
import { day, idParams, optionalLine, price } from '../common';
import { operation } from '../operation';
import { invoice } from './invoice';

/** What is done with an invoice: each answers with the invoice as it is then. */
export const actionOperations = [
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
] as const;
