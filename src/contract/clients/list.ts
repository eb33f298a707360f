import { z } from 'zod';
import {
	currency,
	emailAddress,
	id,
	line,
	listOf,
	moment,
	money,
	optionalLine,
	page,
	sortedBy,
	tally,
} from '../common';
import { operation } from '../operation';
import { access } from './contacts';

/** Monthly recurring revenue in a currency, and how many subscriptions it is of. */
export const recurring = z.strictObject( { mrr: money, subscriptions: z.int().min( 1 ) } );

export const clientRow = z
	.strictObject( {
		id,
		name: line(),
		contact: z.strictObject( { name: line(), email: emailAddress } ).nullable(),
		/** The furthest any contact has come: active before invited before none. Suspended where the client is as a whole. */
		access,
		currency,
		/** Paid less refunded, ever, in the client's currency and any other it was billed in. */
		net_billings: z.array( money ),
		due: z.array( money ),
		overdue: z.array( money ),
		/** What subscriptions bring in a month, without tax; a currency each, its own first. Trials and paused ones don't count. */
		recurring: z.array( recurring ),
		created_at: moment,
	} )
	.meta( { id: 'ClientRow' } );
export type ClientRow = z.infer< typeof clientRow >;

/** What narrows a list of clients; a search names the beginnings of words of their or their people's names or addresses. */
export const clientFilters = { search: optionalLine( 100 ).optional(), access: access.optional() };

export const clientSorting = sortedBy( [ 'name', 'created_at' ] );

export const listOperations = [
	operation( {
		id: 'clients.list',
		method: 'GET',
		path: '/clients',
		summary: 'List clients by name, with their outstanding amounts',
		needs: 'staff:view',
		query: z.strictObject( { ...page, ...clientSorting, ...clientFilters } ),
		response: listOf( clientRow ),
	} ),
	operation( {
		id: 'clients.summary',
		method: 'GET',
		path: '/clients/summary',
		summary: 'Count clients by portal access, of those that match the search',
		needs: 'staff:view',
		query: z.strictObject( { search: clientFilters.search } ),
		response: z.strictObject( { all: tally, none: tally, invited: tally, active: tally, suspended: tally } ),
	} ),
	operation( {
		id: 'clients.export',
		method: 'GET',
		path: '/clients/export',
		summary: 'Export the clients that match the filters as CSV',
		needs: 'staff:view',
		query: z.strictObject( { ...clientSorting, ...clientFilters } ),
		response: z.string(),
		binary: 'text/csv',
	} ),
] as const;
