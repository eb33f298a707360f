import { z } from 'zod';
import { id, idParams, line, moment } from '../common';
import { operation } from '../operation';

/** What a client has left to be charged with again. */
export const keptMethod = z
	.strictObject( {
		id,
		/** "Visa 4242": the same in every language. */
		label: z.string(),
		/** "2027-12"; null for what does not expire. */
		expires: z.string().nullable(),
		is_expired: z.boolean(),
		is_default: z.boolean(),
		/** What stands on the statements of a debit, or "". */
		mandate_reference: z.string(),
		/** Names of what is charged to it by itself. */
		uses: z.array( z.string() ),
		added_at: moment,
	} )
	.meta( { id: 'KeptMethod' } );
export type KeptMethod = z.infer< typeof keptMethod >;

export const keptMethods = z.strictObject( { items: z.array( keptMethod ) } );

/** A payment method that is being added, for the person who adds it. */
export const portalKeeping = z
	.strictObject( {
		/** The gateway's id. */
		keeping: z.string(),
		state: z.enum( [ 'waits', 'processing', 'kept', 'cancelled' ] ),
		/** Where to type it in; only while it waits for that. */
		gateway: z
			.strictObject( { name: z.string(), script: z.string(), params: z.record( z.string(), z.string() ) } )
			.nullable(),
	} )
	.meta( { id: 'PortalKeeping' } );
export type PortalKeeping = z.infer< typeof portalKeeping >;

export const methodOperations = [
	operation( {
		id: 'clients.payment-methods',
		method: 'GET',
		path: '/clients/{id}/payment-methods',
		summary: 'List the payment methods a client has saved',
		needs: 'staff:view',
		params: idParams,
		response: keptMethods,
	} ),
	operation( {
		id: 'payment-methods.remove',
		method: 'POST',
		path: '/payment-methods/{id}/remove',
		summary: 'Remove a client’s saved payment method',
		needs: 'staff:manage_clients',
		params: idParams,
		response: keptMethods,
	} ),
	operation( {
		id: 'portal.add-method',
		method: 'POST',
		path: '/portal/payment-methods',
		summary: 'Start to add a payment method',
		needs: 'contact:billing.manage',
		outside: true,
		response: portalKeeping,
		status: 201,
	} ),
	operation( {
		id: 'portal.keep-method',
		method: 'POST',
		path: '/portal/payment-methods/kept',
		summary: 'Ask the gateway whether the payment method you added is saved',
		needs: 'contact:billing.manage',
		outside: true,
		body: z.strictObject( { keeping: line( 120 ) } ),
		response: portalKeeping,
	} ),
] as const;
