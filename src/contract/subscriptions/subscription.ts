import { z } from 'zod';
import { day, id, moment, money } from '../common';
import { taxMode } from '../invoices/lines';
import { interval } from '../products';
import { subscriptionItem, term } from './items';
import { subscriptionRequest } from './requests';

/** What people see; `overdue` has a bill whose due date has passed. */
export const subscriptionState = z.enum( [ 'scheduled', 'trial', 'active', 'overdue', 'paused', 'cancelled' ] );
export type SubscriptionState = z.infer< typeof subscriptionState >;

const subscriptionFields = {
	id,
	client: z.strictObject( { id, name: z.string() } ),
	website: z.strictObject( { id, name: z.string() } ).nullable(),
	state: subscriptionState,
	interval,
	/** "every month", in the reader's language. */
	rhythm: z.string(),
	/** Of its items, "Care plan + Hosting". */
	name: z.string(),
	items_count: z.int().min( 1 ),
	/** For a whole period, as its prices are: with or without tax by `tax_mode`. */
	amount: money,
	tax_mode: taxMode,
	started_on: day,
	trial_until: day.nullable(),
	/** First day of the next period; null when nothing follows. */
	next_on: day.nullable(),
	/** First day that does not belong to it any more, where its end is fixed. */
	ends_on: day.nullable(),
	/** Its end was fixed by canceling it; it can be undone until then. */
	is_canceled: z.boolean(),
	ended_on: day.nullable(),
	resume_on: day.nullable(),
	/** More is behind than is billed unasked: the agency says what of it. */
	is_held: z.boolean(),
	/** The client asks to cancel it and waits for an answer. */
	is_cancellation_requested: z.boolean(),
	created_at: moment,
};
export const subscriptionRow = z.strictObject( subscriptionFields ).meta( { id: 'SubscriptionRow' } );
export type SubscriptionRow = z.infer< typeof subscriptionRow >;

export const subscriptionPeriod = z.strictObject( {
	from: day,
	to: day,
	kind: z.enum( [ 'full', 'part', 'trial' ] ),
} );

/** A bill of a subscription, made or to be made. */
export const renewal = z.strictObject( {
	id,
	state: z.enum( [ 'claimed', 'billed', 'paid', 'given_up', 'called_off' ] ),
	periods: z.array( subscriptionPeriod ),
	invoice: z.strictObject( { id, number: z.string(), total: money } ).nullable(),
	/** Charges that failed. */
	tries: z.int().min( 0 ),
	/** Why the last one failed, in words; empty when none did. */
	failure: z.string(),
	/** Why its bill can't be issued; empty when it can. */
	blocked: z.string(),
} );

export type Renewal = z.infer< typeof renewal >;

export const subscription = z
	.strictObject( {
		...subscriptionFields,
		items: z.array( subscriptionItem ),
		/** What counts from a period to come on; null where nothing else is planned. */
		planned: z
			.strictObject( {
				on: day,
				interval,
				rhythm: z.string(),
				items: z.array( subscriptionItem ),
				amount: money,
			} )
			.nullable(),
		/** What it started with; null without one. */
		coupon: z
			.strictObject( {
				id,
				code: z.string(),
				name: z.string(),
				/** "10% off", "€10.00 off" a whole period, in the reader's language. */
				worth: z.string(),
				/** For how many paid periods in all, and for how many more; null for all there are. */
				periods: z.int().nullable(),
				left: z.int().nullable(),
			} )
			.nullable(),
		cycles: z.int().nullable(),
		term: term.nullable(),
		/** The first day on which it can be over for a client who gives notice today; null where no term or notice was agreed. */
		ends_earliest: day.nullable(),
		/** Newest first, at most 50. */
		renewals: z.array( renewal ),
		/** The client's request to cancel it that waits for an answer. */
		request: subscriptionRequest.nullable(),
		version: z.int(),
	} )
	.meta( { id: 'Subscription' } );
export type Subscription = z.infer< typeof subscription >;
