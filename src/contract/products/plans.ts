import { z } from 'zod';
import { done, id, idParams, line, MAX_AMOUNT, moment, money, price } from '../common';
import { operation } from '../operation';

/** "Every 3 months" is `{ unit: 'month', count: 3 }`. */
export const interval = z.strictObject( {
	unit: z.enum( [ 'day', 'week', 'month', 'year' ] ),
	count: z.int().min( 1 ).max( 365 ),
} );

/** A recurring plan has an interval, a one-time plan none. */
const planFields = {
	name: line(),
	price,
	type: z.enum( [ 'one_time', 'recurring' ] ),
	interval: interval.nullable(),
};
/** What lines of the plan begin with; left out, the unit follows from the interval and the tax rate is the usual one. */
const lineDefaults = {
	unit_code: z.string().regex( /^([A-Z0-9]{2,3})?$/ ),
	/** Of the tax settings' list. */
	tax_rate_id: id.nullable(),
};
/** What subscriptions to a recurring plan begin with; a one-time plan has none of it. */
const agreement = {
	/** Free days before the first paid one. */
	trial_days: z.int().min( 0 ).max( 730 ),
	/** How many periods are billed; null without end. */
	cycles: z.int().min( 1 ).max( 1000 ).nullable(),
};
export const planInput = z.strictObject( {
	...planFields,
	unit_code: lineDefaults.unit_code.optional(),
	tax_rate_id: lineDefaults.tax_rate_id.optional(),
	trial_days: agreement.trial_days.optional(),
	/** Once, on the first bill; minor units of the price's currency. */
	setup_fee: z.int().min( 0 ).max( MAX_AMOUNT ).optional(),
	cycles: agreement.cycles.optional(),
} );
export type PlanInput = z.infer< typeof planInput >;

export const plan = z
	.strictObject( {
		id,
		product_id: id,
		...planFields,
		...lineDefaults,
		...agreement,
		setup_fee: money,
		/** "$25.00 every month, 14 days free", in the reader's language. */
		sentence: z.string(),
		is_used: z.boolean(),
		archived_at: moment.nullable(),
		created_at: moment,
	} )
	.meta( { id: 'Plan' } );
export type Plan = z.infer< typeof plan >;

export const planOperations = [
	operation( {
		id: 'plans.create',
		method: 'POST',
		path: '/products/{id}/plans',
		summary: 'Add a plan to a product',
		needs: 'staff:bill',
		params: idParams,
		body: planInput,
		response: plan,
		status: 201,
		idempotent: true,
	} ),
	operation( {
		id: 'plans.update',
		method: 'PUT',
		path: '/plans/{id}',
		summary: 'Update a plan; existing invoices don’t change',
		needs: 'staff:bill',
		params: idParams,
		body: planInput,
		response: plan,
	} ),
	operation( {
		id: 'plans.duplicate',
		method: 'POST',
		path: '/plans/{id}/duplicate',
		summary: 'Duplicate a plan',
		needs: 'staff:bill',
		params: idParams,
		response: plan,
		status: 201,
		idempotent: true,
	} ),
	operation( {
		id: 'plans.archive',
		method: 'POST',
		path: '/plans/{id}/archive',
		summary: 'Archive a plan so that it can no longer be billed',
		needs: 'staff:bill',
		params: idParams,
		response: plan,
	} ),
	operation( {
		id: 'plans.restore',
		method: 'POST',
		path: '/plans/{id}/restore',
		summary: 'Restore an archived plan',
		needs: 'staff:bill',
		params: idParams,
		response: plan,
	} ),
	operation( {
		id: 'plans.delete',
		method: 'DELETE',
		path: '/plans/{id}',
		summary: 'Delete a plan that was never used',
		needs: 'staff:bill',
		params: idParams,
		response: done,
	} ),
] as const;
