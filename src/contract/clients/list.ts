import { z } from 'zod';
import { currency, emailAddress, id, line, listOf, moment, money, optionalLine, page, tally } from '../common';
import { operation } from '../operation';
import { access } from './contacts';

export const clientRow = z
	.strictObject( {
		id,
		name: line(),
		contact: z.strictObject( { name: line(), email: emailAddress } ).nullable(),
		/** The furthest any contact has come: active before invited before none. */
		access,
		currency,
		/** Paid less refunded, ever, in the client's currency and any other it was billed in. */
		net_billings: z.array( money ),
		due: z.array( money ),
		overdue: z.array( money ),
		created_at: moment,
	} )
	.meta( { id: 'ClientRow' } );
export type ClientRow = z.infer< typeof clientRow >;

export const listOperations = [
	operation( {
		id: 'clients.list',
		method: 'GET',
		path: '/clients',
		summary: 'List clients by name, with their outstanding amounts',
		needs: 'staff:view',
		query: z.strictObject( { ...page, search: optionalLine( 100 ).optional(), access: access.optional() } ),
		response: listOf( clientRow ),
	} ),
	operation( {
		id: 'clients.summary',
		method: 'GET',
		path: '/clients/summary',
		summary: 'Count clients by portal access',
		needs: 'staff:view',
		response: z.strictObject( { all: tally, none: tally, invited: tally, active: tally, suspended: tally } ),
	} ),
] as const;
