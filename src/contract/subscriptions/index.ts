import { z } from 'zod';
import { currency, day, id, idParams, listOf, optionalLine, page, sortedBy, text } from '../common';
import { taxMode } from '../invoices/lines';
import { eventList, eventQuery } from '../activity';
import { operation } from '../operation';
import { interval } from '../products';
import { billingDayOperations } from './billing-day';
import { cancelInput } from './cancel';
import { changeOperations } from './change';
import { subscriptionItemInput, term } from './items';
import { forecastOperations } from './forecast';
import { mrrOperations } from './mrr';
import { priceRiseOperations } from './price-rises';
import { requestOperations } from './requests';
import { subscription, subscriptionRow } from './subscription';

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
	term: term.nullable().optional(),
	/** Code of a coupon; empty for none. Counted as one use now, whatever number of bills it lowers. */
	coupon: optionalLine( 100 ).optional(),
	items: z.array( subscriptionItemInput ).min( 1 ).max( 50 ),
} );
export type SubscriptionInput = z.infer< typeof subscriptionInput >;

export const subscriptionFilters = {
	/** The beginnings of words of a client's or its people's names or addresses. */
	search: optionalLine( 100 ).optional(),
	/** Current: all that have not ended. Active: those of them that count as recurring revenue: no trials, none to come, none that are paused. Requested: those of them that a client asks to cancel. Inactive: those that have ended. */
	tab: z.enum( [ 'current', 'active', 'requested', 'inactive' ] ).optional(),
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
		last_step: z.enum( [ 'keep', 'pause', 'cancel', 'suspend' ] ),
		/** Days after the due date. */
		grace_days: z.int().min( 0 ).max( 365 ),
		/** What people of a client whose portal access is suspended read; empty for the usual words. */
		suspended_words: text( 500 ),
		/** By which document periods are billed: as the client's other bills, always by an invoice, or by a pro-forma whose invoice is made once it is paid. */
		billed_by: z.enum( [ 'usual', 'invoice', 'pro_forma' ] ).optional(),
		/** Days before a card expires on which its client is told, where a subscription is charged to it later; 0: never. */
		card_notice_days: z.int().min( 0 ).max( 60 ),
		/** Of which subscriptions clients are told ahead that they renew. Yearly: once a year, or more seldom. */
		renewal_notice: z.enum( [ 'none', 'yearly', 'all' ] ),
		/** Days before the invoice. */
		renewal_notice_days: z.int().min( 1 ).max( 60 ),
	} )
	.meta( { id: 'SubscriptionSettings' } );
export type Renewing = z.infer< typeof renewing >;

/** What is left out of the later ones stays as it is. */
export const renewingInput = renewing.extend( {
	suspended_words: renewing.shape.suspended_words.optional(),
	card_notice_days: renewing.shape.card_notice_days.optional(),
	renewal_notice: renewing.shape.renewal_notice.optional(),
	renewal_notice_days: renewing.shape.renewal_notice_days.optional(),
} );

export const subscriptionOperations = [
	...requestOperations,
	...changeOperations,
	...billingDayOperations,
	...priceRiseOperations,
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
		body: renewingInput,
		response: renewing,
	} ),
] as const;
