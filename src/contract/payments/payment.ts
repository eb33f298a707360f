import { z } from 'zod';
import { day, id, moment, money } from '../common';

export const payment = z
	.strictObject( {
		id,
		/** The name its module contributes it by; "offline" where no gateway took it. */
		gateway: z.string(),
		mode: z.enum( [ 'test', 'live', 'offline' ] ),
		state: z.enum( [ 'intended', 'requires_action', 'processing', 'unknown', 'succeeded', 'failed', 'cancelled' ] ),
		amount: money,
		refunded: money,
		/** Taken back by the client’s bank, and not received again. */
		reversed: money,
		/** Each time it was taken back, oldest first. */
		reversals: z.array(
			z.strictObject( {
				amount: money,
				reason: z.enum( [ 'returned', 'disputed', 'undone' ] ),
				/** "Returned by the bank: insufficient funds" */
				what: z.string(),
				at: moment,
				/** When it came again; null while it has not. */
				restored_at: moment.nullable(),
			} )
		),
		/** While it is with a bank: the day by which it is known whether the money came; null where that is at any moment. */
		expected_on: day.nullable(),
		/** What of it is for this invoice; what is over on it counts. */
		applied: money,
		/** The other bills it is for, and what of it is on each. */
		others: z.array( z.strictObject( { id, number: z.string(), amount: money } ) ),
		/** Oldest first. */
		disputes: z.array(
			z.strictObject( {
				id,
				state: z.enum( [ 'inquiry', 'opened', 'under_review', 'won', 'lost', 'closed' ] ),
				/** What is disputed; null in a currency that is not known here. */
				amount: money.nullable(),
				/** What the gateway holds of the payment now. */
				taken: money.nullable(),
				/** What the gateway charges for it; null when nothing. */
				fee: money.nullable(),
				/** The gateway’s own word for why. */
				reason: z.string(),
				/** Where the agency answers it; empty when nowhere. */
				url: z.string(),
				respond_by: moment.nullable(),
			} )
		),
		/** It was recorded by hand, and nothing of it was refunded or used elsewhere. */
		can_undo: z.boolean(),
		/** It was recorded by mistake, and does not count any more. */
		is_undone: z.boolean(),
		/** What the client’s bank took back by disputes that were lost. */
		lost: money,
		/** Of refunds that were made: each has a confirmation. */
		refund_ids: z.array( id ),
		/** "Visa ending in 4242", "Bank transfer" */
		method: z.string(),
		reference: z.string(),
		/** Why it failed, in plain words; empty when it did not. */
		failure: z.string(),
		/** What somebody has to look at (another amount arrived than asked); empty when nothing. */
		flag: z.string(),
		created_at: moment,
		succeeded_at: moment.nullable(),
	} )
	.meta( { id: 'Payment' } );
export type Payment = z.infer< typeof payment >;
