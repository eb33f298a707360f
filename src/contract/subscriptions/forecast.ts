import { z } from 'zod';
import { day, id, idParams, money } from '../common';
import { operation } from '../operation';
import { month } from './mrr';

/** An invoice that will be issued if nothing changes, with the taxes and settings of today. */
export const forecastBill = z
	.strictObject( {
		/** On which it is issued. */
		day,
		client: z.strictObject( { id, name: z.string() } ),
		net: money,
		tax: money,
		total: money,
		lines: z.array(
			z.strictObject( {
				description: z.string(),
				quantity: z.string(),
				/** The days it is for; null for a set-up fee. */
				from: day.nullable(),
				to: day.nullable(),
				/** As the prices have it: with tax in it or without. */
				amount: money,
				subscription_id: id,
			} )
		),
	} )
	.meta( { id: 'ForecastBill' } );
export type ForecastBill = z.infer< typeof forecastBill >;

export const forecast = z
	.strictObject( {
		/** The last day that is looked at. */
		until: day,
		/** The rest of this month and the twelve that follow. */
		months: z.array(
			z.strictObject( {
				month,
				/** One for each currency, the business's own first; never added. */
				sums: z.array( z.strictObject( { bills: z.int(), net: money, tax: money, total: money } ) ),
			} )
		),
		/** The first hundred. */
		bills: z.array( forecastBill ),
	} )
	.meta( { id: 'Forecast' } );
export type Forecast = z.infer< typeof forecast >;

export const forecastOperations = [
	operation( {
		id: 'forecast.get',
		method: 'GET',
		path: '/forecast',
		summary: 'Get what will be invoiced for all subscriptions in the next twelve months if nothing changes',
		needs: 'staff:view',
		response: forecast,
	} ),
	operation( {
		id: 'forecast.of-client',
		method: 'GET',
		path: '/clients/{id}/forecast',
		summary: 'Get what a client will be invoiced for its subscriptions in the next twelve months',
		needs: 'staff:view',
		params: idParams,
		response: forecast,
	} ),
	operation( {
		id: 'forecast.of-subscription',
		method: 'GET',
		path: '/subscriptions/{id}/forecast',
		summary: 'Get what will be invoiced for a subscription in the next twelve months',
		needs: 'staff:view',
		params: idParams,
		response: forecast,
	} ),
] as const;
