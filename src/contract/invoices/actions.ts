import { z } from 'zod';
import { idParams, optionalLine } from '../common';
import { operation } from '../operation';
import { invoice } from './invoice';
import { chosenRecipients } from './recipients';

/** Whether recipients without access to the portal are invited with it; needs staff:manage_clients too. */
const invite = z.boolean();

/** What is done with an invoice: each answers with the invoice as it is then. */
export const actionOperations = [
	operation( {
		id: 'invoices.send',
		method: 'POST',
		path: '/invoices/{id}/send',
		summary: 'Issue a draft: give it a number, lock it and email it',
		needs: 'staff:bill',
		params: idParams,
		body: z.strictObject( { version: z.int().min( 1 ), invite: invite.optional() } ),
		response: invoice,
		idempotent: true,
	} ),
	operation( {
		id: 'invoices.resend',
		method: 'POST',
		path: '/invoices/{id}/resend',
		summary: 'Resend an issued invoice',
		needs: 'staff:bill',
		params: idParams,
		body: z.strictObject( { invite: invite.optional() } ),
		response: invoice,
		idempotent: true,
	} ),
	operation( {
		id: 'invoices.choose-recipients',
		method: 'PUT',
		path: '/invoices/{id}/recipients',
		summary: 'Choose who gets the emails of one invoice',
		needs: 'staff:bill',
		params: idParams,
		body: chosenRecipients,
		response: invoice,
	} ),
	operation( {
		id: 'invoices.void',
		method: 'POST',
		path: '/invoices/{id}/void',
		summary: 'Void an unpaid invoice; it keeps its number, and who was emailed it is told',
		needs: 'staff:bill',
		outside: true,
		params: idParams,
		/** The client reads it; empty says none. */
		body: z.strictObject( { reason: optionalLine( 190 ) } ),
		response: invoice,
		idempotent: true,
	} ),
	operation( {
		id: 'invoices.withdraw',
		method: 'POST',
		path: '/invoices/{id}/withdraw',
		summary:
			'Withdraw a pro forma invoice that isn’t paid in full; money received for it becomes the client’s credit balance',
		needs: 'staff:bill',
		outside: true,
		params: idParams,
		body: z.strictObject( {
			/** The client reads it; empty says none. */
			reason: optionalLine( 190 ),
			/** Whether the client is told by email, where it was emailed before. */
			tell: z.boolean(),
		} ),
		response: invoice,
		idempotent: true,
	} ),
	operation( {
		id: 'invoices.duplicate',
		method: 'POST',
		path: '/invoices/{id}/duplicate',
		summary: 'Create a draft with the same lines; its coupon is kept as long as it can be used',
		needs: 'staff:bill',
		params: idParams,
		/** `coupon_left_out` says why its coupon could not be kept; empty when it was, or there was none. */
		response: invoice.extend( { coupon_left_out: z.string() } ),
		status: 201,
		idempotent: true,
	} ),
] as const;
