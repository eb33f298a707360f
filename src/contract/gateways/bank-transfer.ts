import { z } from 'zod';
import { day, done, idParams } from '../common';
import { operation } from '../operation';

export const bankTransferInput = z.strictObject( {
	/** Whether the portal tells clients how to pay by bank transfer. */
	is_on: z.boolean(),
	/** Days without reminders after a client said that a transfer was made. */
	pause_days: z.int().min( 0 ).max( 60 ),
} );

export const bankTransferSettings = bankTransferInput
	.extend( {
		/** Whether there is a bank account to transfer to. */
		has_account: z.boolean(),
	} )
	.meta( { id: 'BankTransferSettings' } );
export type BankTransferSettings = z.infer< typeof bankTransferSettings >;

export const bankTransferOperations = [
	operation( {
		id: 'gateways.bank-transfer.get',
		method: 'GET',
		path: '/settings/bank-transfer',
		summary: 'Get how clients can pay by bank transfer',
		needs: 'staff:settings',
		response: bankTransferSettings,
	} ),
	operation( {
		id: 'gateways.bank-transfer.update',
		method: 'PUT',
		path: '/settings/bank-transfer',
		summary: 'Update how clients can pay by bank transfer',
		needs: 'staff:settings',
		body: bankTransferInput,
		response: bankTransferSettings,
	} ),
	operation( {
		id: 'transfers.announced',
		method: 'GET',
		path: '/invoices/{id}/transfer',
		summary: 'Get whether the client said that an invoice was paid by bank transfer',
		needs: 'staff:view',
		params: idParams,
		response: z.strictObject( {
			announced: z
				.strictObject( {
					on: day,
					/** The day of the transfer, where the client said it. */
					sent_on: day.nullable(),
					by: z.string(),
				} )
				.nullable(),
		} ),
	} ),
	operation( {
		id: 'transfers.take-back',
		method: 'POST',
		path: '/invoices/{id}/transfer/take-back',
		summary: 'Withdraw the announcement that an invoice was paid by bank transfer',
		needs: 'staff:bill',
		params: idParams,
		response: done,
	} ),
] as const;
