import { z } from 'zod';
import { id, line } from '../common';
import { operation } from '../operation';

export const role = z.strictObject( { id, slug: line( 40 ), name: line() } ).meta( { id: 'Role' } );

export const roleOperations = [
	operation( {
		id: 'roles.list',
		method: 'GET',
		path: '/roles',
		summary: 'List the roles for contacts',
		needs: 'staff:view',
		response: z.strictObject( { items: z.array( role ) } ),
	} ),
] as const;
