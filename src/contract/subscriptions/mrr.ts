import { z } from 'zod';
import { currency, day, id, listOf, money, page, sortedBy } from '../common';
import { operation } from '../operation';

/** "2026-03" */
export const month = z.string().regex( /^(19|2\d)\d{2}-(0[1-9]|1[0-2])$/ );

/** Why recurring revenue moved, told by subscription: a client's second subscription is new as well. */
export const mrrKind = z.enum( [ 'new', 'expansion', 'contraction', 'churn', 'reactivation' ] );
export type MrrKind = z.infer< typeof mrrKind >;

export const mrrMonth = z.strictObject( {
	month,
	/** At its end; of this month: now. */
	mrr: money,
	/** How many subscriptions counted then. */
	subscriptions: z.int(),
	/** How it moved in this month. */
	moved: z.strictObject( { new: money, expansion: money, contraction: money, churn: money, reactivation: money } ),
} );
export type MrrMonth = z.infer< typeof mrrMonth >;

/** Monthly recurring revenue without tax, by currency: the business's own first. Empty while there never was any. */
export const mrr = z
	.strictObject( { currencies: z.array( z.strictObject( { currency, months: z.array( mrrMonth ) } ) ) } )
	.meta( { id: 'Mrr' } );
export type Mrr = z.infer< typeof mrr >;

export const mrrMovement = z
	.strictObject( {
		id,
		/** The day it took effect. */
		day,
		kind: mrrKind,
		/** Below zero where it became less. */
		amount: money,
		client: z.strictObject( { id, name: z.string() } ),
		subscription: z.strictObject( { id, name: z.string() } ),
	} )
	.meta( { id: 'MrrMovement' } );
export type MrrMovement = z.infer< typeof mrrMovement >;

export const movementFilters = {
	month: month.optional(),
	kind: mrrKind.optional(),
	currency: currency.optional(),
	client_id: id.optional(),
};

export const movementSorting = sortedBy( [ 'day' ] );

export const mrrOperations = [
	operation( {
		id: 'mrr.get',
		method: 'GET',
		path: '/mrr',
		summary: 'Get the monthly recurring revenue of the last twelve months, and how it moved',
		needs: 'staff:view',
		response: mrr,
	} ),
	operation( {
		id: 'mrr.movements',
		method: 'GET',
		path: '/mrr/movements',
		summary: 'List movements of monthly recurring revenue, latest first',
		needs: 'staff:view',
		query: z.strictObject( { ...page, ...movementSorting, ...movementFilters } ),
		response: listOf( mrrMovement ),
	} ),
] as const;
