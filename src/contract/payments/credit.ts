import { z } from 'zod';
import { day, id, idParams, money, optionalLine, price } from '../common';
import { invoice } from '../invoices/invoice';
import { operation } from '../operation';

/** A client's credit, and where each cent of it came from and went. */
export const clientCredit = z
	.strictObject( {
		/** One for each currency in which there is some. */
		balances: z.array( money ),
		/** Newest first, at most 200. */
		entries: z.array(
			z.strictObject( {
				id,
				day,
				kind: z.enum( [ 'payment', 'refund', 'credit_note', 'used', 'reversal', 'other' ] ),
				/** Above zero where the credit grew. */
				amount: money,
				/** What it was over on, or what it paid. */
				invoice: z.strictObject( { id, number: z.string() } ).nullable(),
			} )
		),
	} )
	.meta( { id: 'ClientCredit' } );
export type ClientCredit = z.infer< typeof clientCredit >;

export const creditSettings = z.strictObject( { use_automatically: z.boolean() } );
export type CreditSettings = z.infer< typeof creditSettings >;

export const creditOperations = [
	operation( {
		id: 'credit.get',
		method: 'GET',
		path: '/clients/{id}/credit',
		summary: 'Get a client’s credit balance and its entries',
		needs: 'staff:view',
		params: idParams,
		response: clientCredit,
	} ),
	operation( {
		id: 'credit.use',
		method: 'POST',
		path: '/invoices/{id}/credit-uses',
		summary: 'Pay an invoice with the client’s credit balance, in full or in part',
		needs: 'staff:bill',
		outside: true,
		params: idParams,
		body: z.strictObject( { amount: price } ),
		response: invoice,
		idempotent: true,
	} ),
	operation( {
		id: 'credit.refund',
		method: 'POST',
		path: '/clients/{id}/credit-refunds',
		summary: 'Refund a client’s credit balance to the payment methods used',
		needs: 'staff:refund',
		outside: true,
		params: idParams,
		body: z.strictObject( { amount: price, reason: optionalLine( 190 ) } ),
		response: clientCredit,
		idempotent: true,
	} ),
	operation( {
		id: 'credit.prepay',
		method: 'POST',
		path: '/clients/{id}/prepayments',
		summary: 'Record a payment that is for no invoice yet',
		needs: 'staff:bill',
		params: idParams,
		body: z.strictObject( {
			amount: price,
			method: z.enum( [ 'bank_transfer', 'cash', 'cheque', 'other' ] ),
			paid_on: day,
			reference: optionalLine( 100 ),
			/** Whether the client is told by email; no when left out. */
			send_receipt: z.boolean().optional(),
		} ),
		response: clientCredit,
		idempotent: true,
	} ),
	operation( {
		id: 'credit.settings',
		method: 'GET',
		path: '/settings/credit',
		summary: 'Get whether credit balances are used automatically',
		needs: 'staff:view',
		response: creditSettings,
	} ),
	operation( {
		id: 'credit.update-settings',
		method: 'PUT',
		path: '/settings/credit',
		summary: 'Update whether credit balances are used automatically',
		needs: 'staff:settings',
		body: creditSettings,
		response: creditSettings,
	} ),
] as const;
