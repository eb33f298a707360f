import { z } from 'zod';
import { day, id, idParams, listOf, money, page, quantity } from '../common';
import { operation } from '../operation';
import { invoiceState } from './state';

/** Something a client bought once: a line of a one-time plan on one of its invoices. */
export const purchase = z
	.strictObject( {
		id,
		description: z.string(),
		quantity,
		/** Less the line's discount; with or without tax, as the invoice's prices are. */
		amount: money,
		website: z.string(),
		/** The day its invoice was issued. */
		bought_on: day,
		invoice: z.strictObject( { id, number: z.string(), state: invoiceState } ),
	} )
	.meta( { id: 'Purchase' } );
export type Purchase = z.infer< typeof purchase >;

export const purchaseOperations = [
	operation( {
		id: 'clients.purchases',
		method: 'GET',
		path: '/clients/{id}/purchases',
		summary: 'List what a client bought once, newest first',
		needs: 'staff:view',
		params: idParams,
		query: z.strictObject( page ),
		response: listOf( purchase ),
	} ),
] as const;
