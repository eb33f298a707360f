import { z } from 'zod';
import { done, id, idParams, line, webAddress } from './common';
import { operation } from './operation';

export const websiteInput = z.strictObject( { name: line(), url: webAddress } );
export const website = z
	.strictObject( { id, name: line(), url: webAddress, is_used: z.boolean() } )
	.meta( { id: 'Website' } );
export type Website = z.infer< typeof website >;

export const websiteOperations = [
	operation( {
		id: 'websites.create',
		method: 'POST',
		path: '/clients/{id}/websites',
		summary: 'Add a website',
		needs: 'staff:manage_clients',
		params: idParams,
		body: websiteInput,
		response: website,
		status: 201,
		idempotent: true,
	} ),
	operation( {
		id: 'websites.update',
		method: 'PUT',
		path: '/websites/{id}',
		summary: 'Update a website',
		needs: 'staff:manage_clients',
		params: idParams,
		body: websiteInput,
		response: website,
	} ),
	operation( {
		id: 'websites.delete',
		method: 'DELETE',
		path: '/websites/{id}',
		summary: 'Delete a website that is on no invoice',
		needs: 'staff:manage_clients',
		params: idParams,
		response: done,
	} ),
] as const;
