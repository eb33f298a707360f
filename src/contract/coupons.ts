import { z } from 'zod';
import {
	day,
	done,
	formed,
	id,
	idParams,
	line,
	listOf,
	moment,
	money,
	optionalLine,
	page,
	price,
	rate,
	sortedBy,
} from './common';
import { operation } from './operation';

/** What it takes off: a percentage, or an amount in each currency it can be used in. Amounts are taken off prices as they are, with or without tax. */
export const couponValue = z.discriminatedUnion( 'type', [
	z.strictObject( { type: z.literal( 'percent' ), percent: rate } ),
	z.strictObject( { type: z.literal( 'amount' ), amounts: z.array( price ).min( 1 ).max( 50 ) } ),
] );

/** For how many bills of a subscription; on a single bill each counts once. */
export const couponDuration = z.enum( [ 'once', 'cycles', 'forever' ] );

const couponFields = {
	/** Typed in any case, kept in capitals. */
	code: formed( 'coupon_code', /^[A-Za-z0-9][A-Za-z0-9_-]{1,39}$/ ),
	/** Shown on the bill. */
	name: line( 100 ),
	value: couponValue,
	duration: couponDuration,
	/** How many bills, for `cycles`; null otherwise. */
	cycles: z.int().min( 2 ).max( 120 ).nullable(),
	max_uses: z.int().min( 1 ).max( 1_000_000 ).nullable(),
	max_uses_per_client: z.int().min( 1 ).max( 1_000_000 ).nullable(),
	/** First and last day. */
	valid_from: day.nullable(),
	valid_until: day.nullable(),
	/** With both empty it is for everything. */
	product_ids: z.array( id ).max( 100 ),
	plan_ids: z.array( id ).max( 100 ),
};
export const couponInput = z.strictObject( couponFields );
export type CouponInput = z.infer< typeof couponInput >;

export const couponState = z.enum( [ 'active', 'scheduled', 'expired', 'used_up', 'archived' ] );
export type CouponState = z.infer< typeof couponState >;

export const coupon = z
	.strictObject( {
		id,
		...couponFields,
		/** "10% off", "€10.00 off" */
		worth: z.string(),
		/** "Once", "For 3 bills" */
		lasts: z.string(),
		/** What it is for, by name; empty for everything. */
		scope: z.array( z.strictObject( { type: z.enum( [ 'product', 'plan' ] ), id, name: z.string() } ) ),
		state: couponState,
		/** Issued bills that carry it; those that were voided don't count. */
		uses: z.int().min( 0 ),
		taken_off: z.array( money ),
		/** It stands on a bill, also on one that was voided. */
		is_used: z.boolean(),
		archived_at: moment.nullable(),
		created_at: moment,
	} )
	.meta( { id: 'Coupon' } );
export type Coupon = z.infer< typeof coupon >;

export const couponUse = z
	.strictObject( {
		id,
		/** Null for a subscription's. */
		invoice: z.strictObject( { id, number: z.string() } ).nullable(),
		/** One that starts with it, or goes on with it; its bills are counted together. */
		subscription: z.strictObject( { id, name: z.string() } ).nullable(),
		client: z.strictObject( { id, name: z.string() } ),
		amount: money,
		used_at: moment,
		/** When the bill was voided, or the subscription ended before a bill carried it. */
		given_back_at: moment.nullable(),
	} )
	.meta( { id: 'CouponUse' } );
export type CouponUse = z.infer< typeof couponUse >;

/** What narrows a list of coupons: `ended` are those that expired or are used up. */
export const couponFilters = {
	search: optionalLine( 100 ).optional(),
	state: z.enum( [ 'active', 'ended', 'archived' ] ).optional(),
};

export const couponSorting = sortedBy( [ 'code', 'uses', 'valid_until', 'created_at' ] );

/** Codes that take something off a bill. */
export const couponOperations = [
	operation( {
		id: 'coupons.list',
		method: 'GET',
		path: '/coupons',
		summary: 'List coupons, by code',
		needs: 'staff:view',
		query: z.strictObject( { ...page, ...couponSorting, ...couponFilters } ),
		response: listOf( coupon ),
	} ),
	operation( {
		id: 'coupons.export',
		method: 'GET',
		path: '/coupons/export',
		summary: 'Export the coupons that match the filters as CSV',
		needs: 'staff:view',
		query: z.strictObject( { ...couponSorting, ...couponFilters } ),
		response: z.string(),
		binary: 'text/csv',
	} ),
	operation( {
		id: 'coupons.create',
		method: 'POST',
		path: '/coupons',
		summary: 'Create a coupon',
		needs: 'staff:bill',
		body: couponInput,
		response: coupon,
		status: 201,
		idempotent: true,
	} ),
	operation( {
		id: 'coupons.get',
		method: 'GET',
		path: '/coupons/{id}',
		summary: 'Get a coupon',
		needs: 'staff:view',
		params: idParams,
		response: coupon,
	} ),
	operation( {
		id: 'coupons.uses',
		method: 'GET',
		path: '/coupons/{id}/uses',
		summary: 'List the invoices that a coupon was used on, newest first',
		needs: 'staff:view',
		params: idParams,
		query: z.strictObject( page ),
		response: listOf( couponUse ),
	} ),
	operation( {
		id: 'coupons.update',
		method: 'PUT',
		path: '/coupons/{id}',
		summary: 'Update a coupon; issued invoices don’t change',
		needs: 'staff:bill',
		params: idParams,
		body: couponInput,
		response: coupon,
	} ),
	operation( {
		id: 'coupons.archive',
		method: 'POST',
		path: '/coupons/{id}/archive',
		summary: 'Archive a coupon so that it can no longer be used',
		needs: 'staff:bill',
		params: idParams,
		response: coupon,
	} ),
	operation( {
		id: 'coupons.restore',
		method: 'POST',
		path: '/coupons/{id}/restore',
		summary: 'Restore an archived coupon',
		needs: 'staff:bill',
		params: idParams,
		response: coupon,
	} ),
	operation( {
		id: 'coupons.delete',
		method: 'DELETE',
		path: '/coupons/{id}',
		summary: 'Delete a coupon that was never used',
		needs: 'staff:bill',
		params: idParams,
		response: done,
	} ),
] as const;
