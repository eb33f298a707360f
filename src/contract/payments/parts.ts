import { z } from 'zod';
import { price } from '../common';
import { operation } from '../operation';

/** Whether clients may pay less than is due. */
export const partSettings = z.strictObject( {
	allowed: z.boolean(),
	/** The least, of what is due. */
	minimum_percent: z.int().min( 1 ).max( 99 ),
	/** Beside the percentage, the least in a currency; each once. The larger of both counts. */
	minimum_amounts: z.array( price ).max( 20 ),
} );
export type PartSettings = z.infer< typeof partSettings >;

export const partOperations = [
	operation( {
		id: 'part-payments.settings',
		method: 'GET',
		path: '/settings/part-payments',
		summary: 'Get whether clients may pay invoices in parts',
		needs: 'staff:view',
		response: partSettings,
	} ),
	operation( {
		id: 'part-payments.update-settings',
		method: 'PUT',
		path: '/settings/part-payments',
		summary: 'Update whether clients may pay invoices in parts',
		needs: 'staff:settings',
		body: partSettings,
		response: partSettings,
	} ),
] as const;
