import { z } from 'zod';
import {
	currency,
	day,
	id,
	idParams,
	line,
	listOf,
	MAX_AMOUNT,
	moment,
	money,
	optionalLine,
	page,
	quantity,
	sortedBy,
} from '../common';
import { discount, tax, taxInput, taxMode, unitCode } from '../invoices/lines';
import { eventList, eventQuery } from '../activity';
import { operation } from '../operation';
import { interval } from '../products';
import { cancelInput } from './cancel';
import { forecastOperations } from './forecast';
import { mrrOperations } from './mrr';
import { requestOperations, subscriptionRequest } from './requests';

/** What people see; `overdue` has a bill whose due date has passed. */
export const subscriptionState = z.enum( [ 'scheduled', 'trial', 'active', 'overdue', 'paused', 'cancelled' ] );
export type SubscriptionState = z.infer< typeof subscriptionState >;

/** Minor units of the subscription's currency. Without a tax its bills follow the client and the tax settings of their day. */
export const subscriptionItemInput = z.strictObject( {
	plan_id: id.nullable(),
	description: line( 500 ),
	quantity,
	unit_price: z.int().min( 0 ).max( MAX_AMOUNT ),
	/** Once, on the first bill. */
	setup_fee: z.int().min( 0 ).max( MAX_AMOUNT ),
	discount: discount.nullable(),
	tax: taxInput.nullable(),
	unit_code: unitCode.optional(),
} );
export type SubscriptionItemInput = z.infer< typeof subscriptionItemInput >;

/** Of one whose first day has passed: all periods since then, the one that today is in, or only those to come. */
export const firstBill = z.enum( [ 'start', 'current', 'next' ] );
export type FirstBill = z.infer< typeof firstBill >;

export const subscriptionInput = z.strictObject( {
	client_id: id,
	website_id: id.nullable(),
	currency,
	tax_mode: taxMode,
	interval,
	starts_on: day,
	/** Days before the first paid one. */
	trial_days: z.int().min( 0 ).max( 730 ),
	/** How many periods; null without end. */
	cycles: z.int().min( 1 ).max( 1000 ).nullable(),
	first_bill: firstBill,
	items: z.array( subscriptionItemInput ).min( 1 ).max( 50 ),
} );
export type SubscriptionInput = z.infer< typeof subscriptionInput >;

export const subscriptionItem = z.strictObject( {
	plan_id: id.nullable(),
	description: z.string(),
	quantity,
	unit_price: money,
	setup_fee: money,
	discount: discount.nullable(),
	/** Null for what follows from the client and the settings on the day of the bill. */
	tax: tax.nullable(),
	unit_code: z.string(),
	/** For a whole period, less its discount. */
	amount: money,
} );

const subscriptionFields = {
	id,
	client: z.strictObject( { id, name: z.string() } ),
	website: z.strictObject( { id, name: z.string() } ).nullable(),
	state: subscriptionState,
	interval,
	/** "every month", in the reader's language. */
	rhythm: z.string(),
	/** Of its items, "Care plan, Hosting". */
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
		cycles: z.int().nullable(),
		/** Newest first, at most 50. */
		renewals: z.array( renewal ),
		/** The client's request to cancel it that waits for an answer. */
		request: subscriptionRequest.nullable(),
		version: z.int(),
	} )
	.meta( { id: 'Subscription' } );
export type Subscription = z.infer< typeof subscription >;

export const subscriptionFilters = {
	/** The beginnings of words of a client's or its people's names or addresses. */
	search: optionalLine( 100 ).optional(),
	/** Current: all that have not ended. Requested: those of them that a client asks to cancel. Inactive: those that have ended. */
	tab: z.enum( [ 'current', 'requested', 'inactive' ] ).optional(),
	client_id: id.optional(),
	website_id: id.optional(),
};

export const subscriptionSorting = sortedBy( [ 'created_at' ] );

/** How subscriptions renew. */
export const renewing = z
	.strictObject( {
		/** Days before a period on which it is billed. */
		lead_days: z.int().min( 0 ).max( 60 ),
		/** Periods that are due at once because nothing ran for a while: a bill each, or one for all. */
		catch_up: z.enum( [ 'each', 'together' ] ),
		/** Days after the first failed charge on which it is tried again. */
		retry_days: z.array( z.int().min( 1 ).max( 60 ) ).max( 8 ),
		/** What happens when the last try failed, or an unpaid bill is past its grace. */
		last_step: z.enum( [ 'keep', 'pause', 'cancel' ] ),
		/** Days after the due date. */
		grace_days: z.int().min( 0 ).max( 365 ),
	} )
	.meta( { id: 'SubscriptionSettings' } );
export type Renewing = z.infer< typeof renewing >;

export const subscriptionOperations = [
	...requestOperations,
	...mrrOperations,
	...forecastOperations,
	operation( {
		id: 'subscriptions.list',
		method: 'GET',
		path: '/subscriptions',
		summary: 'List subscriptions, newest first',
		needs: 'staff:view',
		query: z.strictObject( { ...page, ...subscriptionSorting, ...subscriptionFilters } ),
		response: listOf( subscriptionRow ),
	} ),
	operation( {
		id: 'subscriptions.start',
		method: 'POST',
		path: '/subscriptions',
		summary: 'Start a subscription',
		needs: 'staff:bill',
		body: subscriptionInput,
		response: subscription,
		status: 201,
		idempotent: true,
	} ),
	operation( {
		id: 'subscriptions.get',
		method: 'GET',
		path: '/subscriptions/{id}',
		summary: 'Get a subscription',
		needs: 'staff:view',
		params: idParams,
		response: subscription,
	} ),
	operation( {
		id: 'subscriptions.events',
		method: 'GET',
		path: '/subscriptions/{id}/events',
		summary: 'List a subscription’s activity, newest first',
		needs: 'staff:view',
		params: idParams,
		query: eventQuery,
		response: eventList,
	} ),
	operation( {
		id: 'subscriptions.pause',
		method: 'POST',
		path: '/subscriptions/{id}/pause',
		summary: 'Pause a subscription',
		needs: 'staff:bill',
		params: idParams,
		body: z.strictObject( { resume_on: day.nullable() } ),
		response: subscription,
	} ),
	operation( {
		id: 'subscriptions.resume',
		method: 'POST',
		path: '/subscriptions/{id}/resume',
		summary: 'Resume a paused subscription',
		needs: 'staff:bill',
		params: idParams,
		response: subscription,
	} ),
	operation( {
		id: 'subscriptions.cancel',
		method: 'POST',
		path: '/subscriptions/{id}/cancel',
		summary: 'Cancel a subscription now, at the end of its period, or on a day',
		needs: 'staff:bill',
		params: idParams,
		body: cancelInput,
		response: subscription,
	} ),
	operation( {
		id: 'subscriptions.keep',
		method: 'POST',
		path: '/subscriptions/{id}/keep',
		summary: 'Undo a cancellation that is still ahead',
		needs: 'staff:bill',
		params: idParams,
		response: subscription,
	} ),
	operation( {
		id: 'subscriptions.release',
		method: 'POST',
		path: '/subscriptions/{id}/release',
		summary: 'Say what is billed of a subscription that is on hold because too much is behind',
		needs: 'staff:bill',
		params: idParams,
		body: z.strictObject( { what: firstBill } ),
		response: subscription,
	} ),
	operation( {
		id: 'subscriptions.settings',
		method: 'GET',
		path: '/settings/subscriptions',
		summary: 'Get how subscriptions renew',
		needs: 'staff:view',
		response: renewing,
	} ),
	operation( {
		id: 'subscriptions.change-settings',
		method: 'PUT',
		path: '/settings/subscriptions',
		summary: 'Change how subscriptions renew',
		needs: 'staff:settings',
		body: renewing,
		response: renewing,
	} ),
] as const;
