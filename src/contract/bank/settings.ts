import { z } from 'zod';
import { operation } from '../operation';

export const bankSettings = z
	.strictObject( {
		/** Sure matches are recorded as soon as a statement is imported; otherwise all wait for review. */
		book_sure: z.boolean(),
		/** Whether clients get receipts for what is recorded automatically. */
		send_receipts: z.boolean(),
	} )
	.meta( { id: 'BankSettings' } );
export type BankSettings = z.infer< typeof bankSettings >;

export const bankSettingsOperations = [
	operation( {
		id: 'bank.settings',
		method: 'GET',
		path: '/settings/bank',
		summary: 'Get how imported bank statements are matched',
		needs: 'staff:bill',
		response: bankSettings,
	} ),
	operation( {
		id: 'bank.update-settings',
		method: 'PUT',
		path: '/settings/bank',
		summary: 'Update how imported bank statements are matched',
		needs: 'staff:settings',
		body: bankSettings,
		response: bankSettings,
	} ),
] as const;
