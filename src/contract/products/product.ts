import { z } from 'zod';
import { done, id, idParams, image, line, listOf, moment, optionalLine, page, sortedBy, text } from '../common';
import { operation } from '../operation';
import { plan, planInput } from './plans';

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

/** What narrows a list of products. */
export const productFilters = {
	search: optionalLine( 100 ).optional(),
	state: z.enum( [ 'active', 'archived' ] ).optional(),
};

export const productSorting = sortedBy( [ 'name', 'created_at' ] );

export const productOperations = [
	operation( {
		id: 'products.list',
		method: 'GET',
		path: '/products',
		summary: 'List products with their plans, by name',
		needs: 'staff:view',
		query: z.strictObject( { ...page, ...productSorting, ...productFilters } ),
		response: listOf( product ),
	} ),
	operation( {
		id: 'products.export',
		method: 'GET',
		path: '/products/export',
		summary: 'Export the plans of the products that match the filters as CSV',
		needs: 'staff:view',
		query: z.strictObject( { ...productSorting, ...productFilters } ),
		response: z.string(),
		binary: 'text/csv',
	} ),
	operation( {
		id: 'products.create',
		method: 'POST',
		path: '/products',
		summary: 'Create a product with its first plans',
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
		summary: 'Get a product with its plans',
		needs: 'staff:view',
		params: idParams,
		response: product,
	} ),
	operation( {
		id: 'products.update',
		method: 'PUT',
		path: '/products/{id}',
		summary: 'Update a product’s name, description and image',
		needs: 'staff:bill',
		params: idParams,
		body: productInput,
		response: product,
	} ),
	operation( {
		id: 'products.archive',
		method: 'POST',
		path: '/products/{id}/archive',
		summary: 'Archive a product so that it can no longer be billed',
		needs: 'staff:bill',
		params: idParams,
		response: product,
	} ),
	operation( {
		id: 'products.restore',
		method: 'POST',
		path: '/products/{id}/restore',
		summary: 'Restore an archived product',
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
] as const;
