import { z } from 'zod';
import { id, line, listOf, moment, optionalLine, page } from './common';

/** One thing that happened. `summary` is a finished sentence in the reader's language. */
export const event = z
	.strictObject( {
		id,
		type: z.string(),
		summary: z.string(),
		actor: z.strictObject( {
			type: z.enum( [ 'staff', 'contact', 'system', 'gateway' ] ),
			name: optionalLine(),
		} ),
		/** `id` is 0 for what there is one of, such as settings. */
		subject: z.strictObject( { type: line( 40 ), id: z.int().min( 0 ) } ),
		client: z.strictObject( { id, name: z.string() } ).nullable(),
		occurred_at: moment,
	} )
	.meta( { id: 'Event' } );
export type Event = z.infer< typeof event >;

export const eventList = listOf( event );
export const eventQuery = z.strictObject( page );
