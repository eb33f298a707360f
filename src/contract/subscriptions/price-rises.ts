import { z } from 'zod';
import { day, id, money, rate } from '../common';
import { operation } from '../operation';

/** The prices of many subscriptions go up, each from its first period on that begins on a day or later. */
export const priceRiseInput = z.strictObject( {
	subscriptions: z.array( id ).min( 1 ).max( 100 ),
	/** By how much, "7.5"; above zero. */
	percent: rate,
	from: day,
	/** Days before its first day at the new price on which each client is told. */
	notice_days: z.int().min( 0 ).max( 365 ),
	/** Added to the mail; may be empty. */
	message: z.string().max( 2000 ),
} );
export type PriceRiseInput = z.infer< typeof priceRiseInput >;

export const priceRise = z.strictObject( {
	subscription: z.strictObject( { id, name: z.string() } ),
	client: z.strictObject( { id, name: z.string() } ),
	/** "every month", in the reader's language. */
	rhythm: z.string(),
	/** Of a whole period, as the prices are: with or without tax. */
	old: money,
	new: money,
	/** The first day at the new price. */
	first_on: day,
} );
export type PriceRise = z.infer< typeof priceRise >;

const response = z.strictObject( { items: z.array( priceRise ) } );

export const priceRiseOperations = [
	operation( {
		id: 'price-rises.preview',
		method: 'POST',
		path: '/price-rises/preview',
		summary: 'Preview new prices of subscriptions',
		needs: 'staff:bill',
		body: priceRiseInput,
		response,
	} ),
	operation( {
		id: 'price-rises.announce',
		method: 'POST',
		path: '/price-rises',
		summary: 'Raise the prices of subscriptions from a day on, and tell their clients before',
		needs: 'staff:bill',
		body: priceRiseInput,
		response,
		status: 201,
		idempotent: true,
	} ),
] as const;
