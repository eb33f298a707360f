import { z } from 'zod';
import { day, id, idParams, money } from '../common';
import { operation } from '../operation';
import { interval } from '../products';
import { subscriptionItemInput } from './items';
import { subscription } from './subscription';

/** Other items, prices or another rhythm: at once, or from the next period on. */
export const changeInput = z.strictObject( {
	when: z.enum( [ 'now', 'next' ] ),
	/** Of the subscription as it was read. */
	version: z.int().min( 1 ),
	interval,
	items: z
		.array( subscriptionItemInput.omit( { setup_fee: true } ) )
		.min( 1 )
		.max( 50 ),
} );
export type ChangeInput = z.infer< typeof changeInput >;

/** A credit note for days that were billed and are not used. */
export const unusedCredit = z.strictObject( {
	invoice: z.strictObject( { id, number: z.string() } ),
	/** With tax. */
	total: money,
} );
export type UnusedCredit = z.infer< typeof unusedCredit >;

export const changePreview = z
	.strictObject( {
		credits: z.array( unusedCredit ),
		/** What is billed at once, with tax; null where nothing is. */
		bill: z.strictObject( { total: money, from: day, to: day } ).nullable(),
		/** Of a whole period, as the prices are: with or without tax. */
		period: money,
		/** First day of the next period; null where nothing follows. */
		next_on: day.nullable(),
	} )
	.meta( { id: 'SubscriptionChangePreview' } );
export type ChangePreview = z.infer< typeof changePreview >;

export const changeOperations = [
	operation( {
		id: 'subscriptions.change',
		method: 'POST',
		path: '/subscriptions/{id}/change',
		summary: 'Change a subscription’s items, prices or billing period, now or from the next period',
		needs: 'staff:bill',
		params: idParams,
		body: changeInput,
		response: subscription,
	} ),
	operation( {
		id: 'subscriptions.preview-change',
		method: 'POST',
		path: '/subscriptions/{id}/change-preview',
		summary: 'Say what a change would credit and invoice',
		needs: 'staff:bill',
		params: idParams,
		body: changeInput,
		response: changePreview,
	} ),
	operation( {
		id: 'subscriptions.withdraw-change',
		method: 'POST',
		path: '/subscriptions/{id}/withdraw-change',
		summary: 'Withdraw a change that is planned for a period to come',
		needs: 'staff:bill',
		params: idParams,
		response: subscription,
	} ),
	operation( {
		id: 'subscriptions.preview-cancel',
		method: 'GET',
		path: '/subscriptions/{id}/cancel-preview',
		summary: 'Say what canceling a subscription now would credit for unused days',
		needs: 'staff:bill',
		params: idParams,
		response: z.strictObject( { credits: z.array( unusedCredit ) } ),
	} ),
] as const;
