import { z } from 'zod';
import { done, id, idParams, image, line, listOf, moment, optionalLine, page, price, text } from './common';
import { operation } from './operation';

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
export const planInput = z.strictObject( planFields );
export type PlanInput = z.infer< typeof planInput >;

export const plan = z
	.strictObject( {
		id,
		product_id: id,
		...planFields,
		/** "$25.00 every month", in the reader's language. */
		sentence: z.string(),
		is_used: z.boolean(),
		archived_at: moment.nullable(),
		created_at: moment,
	} )
	.meta( { id: 'Plan' } );
export type Plan = z.infer< typeof plan >;

const productFields = { name: line(), description: text(), image_id: id.nullable() };
export const productInput = z.strictObject( productFields );

export const product = z
	.strictObject( {
		id,
		name: line(),
		description: text(),
		image: image.nullable(),
		plans: z.array( plan ),
		is_used: z.boolean(),
		archived_at: moment.nullable(),
		created_at: moment,
	} )
	.meta( { id: 'Product' } );
export type Product = z.infer< typeof product >;

export const catalogOperations = [
	operation( {
		id: 'products.list',
		method: 'GET',
		path: '/products',
		summary: 'Products with their plans, by name',
		needs: 'staff:view',
		query: z.strictObject( {
			...page,
			search: optionalLine( 100 ).optional(),
			state: z.enum( [ 'active', 'archived' ] ).optional(),
		} ),
		response: listOf( product ),
	} ),
	operation( {
		id: 'products.create',
		method: 'POST',
		path: '/products',
		summary: 'Make a product, with its first plans',
		needs: 'staff:bill',
		body: z.strictObject( { ...productFields, plans: z.array( planInput ).max( 50 ) } ),
		response: product,
		status: 201,
		idempotent: true,
	} ),
	operation( {
		id: 'products.get',
		method: 'GET',
		path: '/products/{id}',
		summary: 'One product with its plans',
		needs: 'staff:view',
		params: idParams,
		response: product,
	} ),
	operation( {
		id: 'products.update',
		method: 'PUT',
		path: '/products/{id}',
		summary: 'Change name, description and image',
		needs: 'staff:bill',
		params: idParams,
		body: productInput,
		response: product,
	} ),
	operation( {
		id: 'products.archive',
		method: 'POST',
		path: '/products/{id}/archive',
		summary: 'Take a product out of what can be billed',
		needs: 'staff:bill',
		params: idParams,
		response: product,
	} ),
	operation( {
		id: 'products.restore',
		method: 'POST',
		path: '/products/{id}/restore',
		summary: 'Bring an archived product back',
		needs: 'staff:bill',
		params: idParams,
		response: product,
	} ),
	operation( {
		id: 'products.delete',
		method: 'DELETE',
		path: '/products/{id}',
		summary: 'Delete a product that was never used',
		needs: 'staff:bill',
		params: idParams,
		response: done,
	} ),
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
		summary: 'Change a plan; what was invoiced keeps its price',
		needs: 'staff:bill',
		params: idParams,
		body: planInput,
		response: plan,
	} ),
	operation( {
		id: 'plans.duplicate',
		method: 'POST',
		path: '/plans/{id}/duplicate',
		summary: 'Copy a plan',
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
		summary: 'Take a plan out of what can be billed',
		needs: 'staff:bill',
		params: idParams,
		response: plan,
	} ),
	operation( {
		id: 'plans.restore',
		method: 'POST',
		path: '/plans/{id}/restore',
		summary: 'Bring an archived plan back',
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
