import { z } from 'zod';
import { id, line } from './common';
import { operation } from './operation';

export const portal = z
	.strictObject( {
		id,
		name: line(),
		/** Null while there is no such page, or it was deleted. */
		login_page: z.strictObject( { id, title: z.string(), url: z.string(), edit_url: z.string() } ).nullable(),
		portal_page: z.strictObject( { id, title: z.string(), url: z.string(), edit_url: z.string() } ).nullable(),
	} )
	.meta( { id: 'Portal' } );
export type Portal = z.infer< typeof portal >;

export const portalsOperations = [
	operation( {
		id: 'portals.list',
		method: 'GET',
		path: '/portals',
		summary: 'List portals and their pages',
		needs: 'staff:view',
		response: z.strictObject( { items: z.array( portal ) } ),
	} ),
	operation( {
		id: 'portals.create-pages',
		method: 'POST',
		path: '/portals/{id}/pages',
		summary: 'Create missing login and portal pages',
		needs: 'staff:settings',
		outside: true,
		params: z.strictObject( { id } ),
		response: portal,
		idempotent: true,
	} ),
] as const;
