import { z } from 'zod';
import { day } from '../common';

/** When a subscription ends: at once, at the end of what was billed, or before a day. */
export const cancelInput = z.discriminatedUnion( 'when', [
	z.strictObject( {
		when: z.literal( 'now' ),
		/** What becomes of days that were billed already: they stay paid (if nothing is said), are the client's credit, or go back to the payment method. */
		unused: z.enum( [ 'none', 'credit', 'refund' ] ).optional(),
	} ),
	z.strictObject( { when: z.literal( 'period_end' ) } ),
	z.strictObject( { when: z.literal( 'day' ), on: day } ),
] );
export type CancelInput = z.infer< typeof cancelInput >;
