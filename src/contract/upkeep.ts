import { z } from 'zod';
import { operation } from './operation';

/** What was looked at and what was found, in the reader's language. */
export const statusItem = z
	.strictObject( {
		/** The same in all languages, "mail". */
		id: z.string(),
		status: z.enum( [ 'critical', 'recommended', 'good' ] ),
		label: z.string(),
		/** What is the matter, and what to do about it. */
		text: z.string(),
		/** Where that is done: "Open the email log"; both empty where there is no such place. */
		action: z.string(),
		url: z.string(),
		/** What it was judged by: "Oldest task due". */
		readings: z.array( z.strictObject( { label: z.string(), value: z.string() } ) ),
	} )
	.meta( { id: 'StatusItem' } );
export type StatusItem = z.infer< typeof statusItem >;

export const upkeepOperations = [
	operation( {
		id: 'status.get',
		method: 'GET',
		path: '/settings/status',
		summary: 'Get what is running and what is not, and what to do about it',
		needs: 'staff:settings',
		response: z.strictObject( { items: z.array( statusItem ) } ),
	} ),
] as const;
