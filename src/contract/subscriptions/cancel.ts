import { z } from 'zod';
import { day } from '../common';

/** When a subscription ends: at once, at the end of what was billed, or before a day. */
export const cancelInput = z.discriminatedUnion( 'when', [
	z.strictObject( { when: z.literal( 'now' ) } ),
	z.strictObject( { when: z.literal( 'period_end' ) } ),
	z.strictObject( { when: z.literal( 'day' ), on: day } ),
] );
export type CancelInput = z.infer< typeof cancelInput >;
