import { z } from 'zod';
import { day, id, idParams, money, price, rate } from './common';
import { operation } from './operation';

/** What is asked of clients who pay late. It is proposed to the agency on overdue invoices, and never added by itself. */
export const lateFees = z
	.strictObject( {
		is_on: z.boolean(),
		/** `monthly`: percent for each month that has begun · `once`: percent, once · `fixed`: an amount, once. */
		kind: z.enum( [ 'monthly', 'once', 'fixed' ] ),
		/** Of what is due on the invoice; for `monthly` and `once`. */
		percent: rate,
		/** At most one for each currency; for `fixed`. */
		amounts: z.array( price ).max( 20 ),
		/** Days after the due date before a fee is proposed. */
		grace_days: z.int().min( 0 ).max( 180 ),
		/** Whether reminders of overdue invoices mention it. */
		in_reminders: z.boolean(),
	} )
	.meta( { id: 'LateFeeSettings' } );
export type LateFees = z.infer< typeof lateFees >;

/** Whether one client is asked for late fees at all. */
export const clientLateFees = z.strictObject( { is_on: z.boolean() } ).meta( { id: 'ClientLateFees' } );

/** What can be asked for one invoice today, and what was put on drafts and invoices already. */
export const invoiceLateFees = z
	.strictObject( {
		proposed: z
			.strictObject( {
				amount: money,
				/** What is due on the invoice, without late fees. */
				base: money,
				/** Null for a fixed amount. */
				percent: rate.nullable(),
				/** How many months it is for; null when it is asked for once. */
				months: z.int().min( 1 ).nullable(),
				from: day,
				to: day.nullable(),
				/** The client's draft that can take it; null when a new one is needed. */
				draft: z.strictObject( { id, total: money } ).nullable(),
			} )
			.nullable(),
		added: z.array( z.strictObject( { invoice_id: id, number: z.string().nullable(), amount: money } ) ),
	} )
	.meta( { id: 'InvoiceLateFees' } );
export type InvoiceLateFees = z.infer< typeof invoiceLateFees >;

export const lateFeeOperations = [
	operation( {
		id: 'late-fees.get',
		method: 'GET',
		path: '/settings/late-fees',
		summary: 'Get the late fee settings',
		needs: 'staff:view',
		response: lateFees,
	} ),
	operation( {
		id: 'late-fees.update',
		method: 'PUT',
		path: '/settings/late-fees',
		summary: 'Update the late fee settings',
		needs: 'staff:settings',
		body: lateFees,
		response: lateFees,
	} ),
	operation( {
		id: 'late-fees.of-client',
		method: 'GET',
		path: '/clients/{id}/late-fees',
		summary: 'Get whether late fees are proposed for a client’s invoices',
		needs: 'staff:view',
		params: idParams,
		response: clientLateFees,
	} ),
	operation( {
		id: 'late-fees.change',
		method: 'PUT',
		path: '/clients/{id}/late-fees',
		summary: 'Turn late fees for a client on or off',
		needs: 'staff:manage_clients',
		params: idParams,
		body: clientLateFees,
		response: clientLateFees,
	} ),
	operation( {
		id: 'late-fees.of-invoice',
		method: 'GET',
		path: '/invoices/{id}/late-fees',
		summary: 'Get the late fee that can be added for an overdue invoice',
		needs: 'staff:view',
		params: idParams,
		response: invoiceLateFees,
	} ),
	operation( {
		id: 'late-fees.add',
		method: 'POST',
		path: '/invoices/{id}/late-fees',
		summary: 'Add the proposed late fee to a draft, or to a new one',
		needs: 'staff:bill',
		params: idParams,
		/** As they were shown: something else is refused. */
		body: z.strictObject( { amount: price, draft_id: id.nullable() } ),
		response: z.strictObject( { draft_id: id } ),
		idempotent: true,
	} ),
] as const;
