import { z } from 'zod';
import { day, idParams, optionalLine, price } from '../common';
import { invoice } from '../invoices/invoice';
import { operation } from '../operation';
import { listOperations } from './list';

/** Money in and out: each answers with the invoice as it is then. */
export const paymentOperations = [
	...listOperations,
	operation( {
		id: 'invoices.mark-paid',
		method: 'POST',
		path: '/invoices/{id}/offline-payments',
		summary: 'Record a payment received outside a gateway',
		needs: 'staff:bill',
		outside: true,
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
		summary: 'Refund a payment in full or in part',
		needs: 'staff:refund',
		outside: true,
		params: idParams,
		body: z.strictObject( { amount: price, reason: optionalLine( 190 ) } ),
		response: invoice,
		idempotent: true,
	} ),
	operation( {
		id: 'payments.receipt',
		method: 'GET',
		path: '/payments/{id}/receipt',
		summary: 'Get the receipt for a payment',
		needs: 'staff:view',
		params: idParams,
		response: z.string(),
		binary: 'application/pdf',
	} ),
	operation( {
		id: 'refunds.receipt',
		method: 'GET',
		path: '/refunds/{id}/receipt',
		summary: 'Get the confirmation of a refund',
		needs: 'staff:view',
		params: idParams,
		response: z.string(),
		binary: 'application/pdf',
	} ),
] as const;
