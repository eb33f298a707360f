import { z } from 'zod';
import { day, id, idParams, listOf, moment, money, page, price, rate, sortedBy } from '../common';
import { operation } from '../operation';

/** By how much each price goes up: a percentage, or an amount in each currency that is raised. Above zero. */
export const priceRiseValue = z.discriminatedUnion( 'type', [
	z.strictObject( { type: z.literal( 'percent' ), percent: rate } ),
	z.strictObject( { type: z.literal( 'amount' ), amounts: z.array( price ).min( 1 ).max( 20 ) } ),
] );

/** The prices of many subscriptions go up, each from its first period on that begins on a day or later. */
export const priceRiseInput = z.strictObject( {
	/** All of them or none; empty for those of a plan. */
	subscriptions: z.array( id ).max( 100 ),
	/** All subscriptions of it that can be raised, and of these what is of this plan; null for those that were chosen. */
	plan_id: id.nullable(),
	value: priceRiseValue,
	from: day,
	/** Days before its first day at the new price on which each client is told. */
	notice_days: z.int().min( 0 ).max( 365 ),
	/** Added to the mail; may be empty. */
	message: z.string().max( 2000 ),
} );
export type PriceRiseInput = z.infer< typeof priceRiseInput >;

const whose = {
	subscription: z.strictObject( { id, name: z.string() } ),
	client: z.strictObject( { id, name: z.string() } ),
};

const priceFields = {
	...whose,
	/** "every month", in the reader's language. */
	rhythm: z.string(),
	/** Of a whole period, as the prices are: with or without tax. */
	old: money,
	new: money,
	/** The first day at the new price. */
	first_on: day,
};
export const priceRise = z.strictObject( priceFields );
export type PriceRise = z.infer< typeof priceRise >;

/** Dropped: it ended before, or another change took its place. */
export const riseState = z.enum( [ 'planned', 'told', 'applied', 'withdrawn', 'dropped' ] );
export type RiseState = z.infer< typeof riseState >;

const count = z.int().min( 0 );

/** What was decided at once about the prices of many subscriptions. */
export const priceRiseAnnouncement = z
	.strictObject( {
		id,
		/** Whose subscriptions; null where single ones were chosen. */
		plan: z.strictObject( { id, name: z.string() } ).nullable(),
		/** "7.5%", "€5.00 · PLN 20.00" */
		increase: z.string(),
		from: day,
		notice_days: z.int(),
		message: z.string(),
		/** How many. */
		subscriptions: count,
		/** How many of them in each state. */
		states: z.strictObject( { planned: count, told: count, applied: count, withdrawn: count, dropped: count } ),
		/** Of how many the client was told, whatever has become of them. */
		told: count,
		/** The first day on which a client is told. */
		mails_on: day,
		/** The first and the last day on which one of them begins to cost more. */
		first_on: day,
		last_on: day,
		created_at: moment,
	} )
	.meta( { id: 'PriceRiseAnnouncement' } );
export type PriceRiseAnnouncement = z.infer< typeof priceRiseAnnouncement >;

export const announcedRise = z
	.strictObject( { id, ...priceFields, mail_on: day, is_told: z.boolean(), state: riseState } )
	.meta( { id: 'AnnouncedPriceRise' } );
export type AnnouncedRise = z.infer< typeof announcedRise >;

export const priceRiseSorting = sortedBy( [ 'created_at' ] );

export const priceRiseOperations = [
	operation( {
		id: 'price-rises.list',
		method: 'GET',
		path: '/price-rises',
		summary: 'List announced price rises, newest first',
		needs: 'staff:view',
		query: z.strictObject( { ...page, ...priceRiseSorting } ),
		response: listOf( priceRiseAnnouncement ),
	} ),
	operation( {
		id: 'price-rises.preview',
		method: 'POST',
		path: '/price-rises/preview',
		summary: 'Preview new prices of subscriptions',
		needs: 'staff:bill',
		body: priceRiseInput,
		response: z.strictObject( {
			items: z.array( priceRise ),
			/** Those of the plan that are not raised, and why; at most 100 beside those whose price can't go up from that day. */
			left_out: z.array( z.strictObject( { ...whose, why: z.string() } ) ),
			/** The plan has more than are raised at once: 500. */
			has_more: z.boolean(),
		} ),
	} ),
	operation( {
		id: 'price-rises.announce',
		method: 'POST',
		path: '/price-rises',
		summary: 'Raise the prices of subscriptions from a day on, and tell their clients before',
		needs: 'staff:bill',
		body: priceRiseInput,
		response: priceRiseAnnouncement,
		status: 201,
		idempotent: true,
	} ),
	operation( {
		id: 'price-rises.get',
		method: 'GET',
		path: '/price-rises/{id}',
		summary: 'Get an announced price rise',
		needs: 'staff:view',
		params: idParams,
		response: priceRiseAnnouncement,
	} ),
	operation( {
		id: 'price-rises.subscriptions',
		method: 'GET',
		path: '/price-rises/{id}/subscriptions',
		summary: 'List the subscriptions of an announced price rise',
		needs: 'staff:view',
		params: idParams,
		query: z.strictObject( page ),
		response: listOf( announcedRise ),
	} ),
	operation( {
		id: 'price-rises.withdraw',
		method: 'POST',
		path: '/price-rises/{id}/withdraw',
		summary: 'Withdraw what is still planned of an announced price rise',
		needs: 'staff:bill',
		params: idParams,
		response: priceRiseAnnouncement,
	} ),
] as const;
