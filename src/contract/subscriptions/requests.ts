import { z } from 'zod';
import { day, id, idParams, listOf, moment, page } from '../common';
import { operation } from '../operation';
import { cancelInput } from './cancel';

/** A client asks to cancel a subscription; it goes on until that is accepted. */
export const subscriptionRequest = z
	.strictObject( {
		id,
		subscription: z.strictObject( { id, name: z.string() } ),
		client: z.strictObject( { id, name: z.string() } ),
		/** Who asked; empty when they are no contact any more. */
		contact: z.string(),
		/** Their words; may be empty. */
		reason: z.string(),
		/** First day on which they don't want it any more; null for as soon as possible. */
		wished_on: day.nullable(),
		state: z.enum( [ 'open', 'accepted', 'declined', 'withdrawn' ] ),
		/** The agency's words where it was declined. */
		answer: z.string(),
		/** First day that does not belong to it any more, where it was accepted. */
		ends_on: day.nullable(),
		/** First day after what was billed; null where that has passed, so that it would end at once. */
		period_end_on: day.nullable(),
		/** The wished day is ahead and was not billed yet. */
		can_end_as_wished: z.boolean(),
		created_at: moment,
		/** When it was answered or withdrawn. */
		decided_at: moment.nullable(),
	} )
	.meta( { id: 'SubscriptionRequest' } );
export type SubscriptionRequest = z.infer< typeof subscriptionRequest >;

/** The agency's words to the client. */
export const declineInput = z.strictObject( { answer: z.string().min( 1 ).max( 2000 ).regex( /\S/ ) } );

export const requestOperations = [
	operation( {
		id: 'subscription-requests.list',
		method: 'GET',
		path: '/subscription-requests',
		summary:
			'List requests of clients to cancel a subscription: open ones longest waiting first, else newest first',
		needs: 'staff:view',
		query: z.strictObject( { ...page, state: z.enum( [ 'open', 'closed' ] ).optional() } ),
		response: listOf( subscriptionRequest ),
	} ),
	operation( {
		id: 'subscription-requests.accept',
		method: 'POST',
		path: '/subscription-requests/{id}/accept',
		summary: 'Accept a cancellation request: the subscription is canceled and the client told',
		needs: 'staff:bill',
		params: idParams,
		body: cancelInput,
		response: subscriptionRequest,
	} ),
	operation( {
		id: 'subscription-requests.decline',
		method: 'POST',
		path: '/subscription-requests/{id}/decline',
		summary: 'Decline a cancellation request, with words that the client gets by email',
		needs: 'staff:bill',
		params: idParams,
		body: declineInput,
		response: subscriptionRequest,
	} ),
] as const;
