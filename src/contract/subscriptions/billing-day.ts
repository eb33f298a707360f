import { z } from 'zod';
import { idParams } from '../common';
import { operation } from '../operation';

/** The day of the month on which a client's subscriptions are billed together; null for each on its own. */
export const billingDay = z.strictObject( { day: z.int().min( 1 ).max( 31 ).nullable() } );
export type BillingDay = z.infer< typeof billingDay >;

export const billingDayOperations = [
	operation( {
		id: 'clients.billing-day',
		method: 'GET',
		path: '/clients/{id}/billing-day',
		summary: 'Get the day of the month on which a client’s subscriptions are invoiced together',
		needs: 'staff:view',
		params: idParams,
		response: billingDay,
	} ),
	operation( {
		id: 'clients.set-billing-day',
		method: 'PUT',
		path: '/clients/{id}/billing-day',
		summary: 'Invoice a client’s subscriptions together on a day of the month, or each on its own',
		needs: 'staff:bill',
		params: idParams,
		body: billingDay,
		response: billingDay,
	} ),
] as const;
