import { z } from 'zod';
import { event } from './activity';
import { money } from './common';
import { invoiceRow } from './invoices';
import { operation } from './operation';

/** A screen of the admin app, and what narrows its list to just what is counted. */
const opens = z.strictObject( { screen: z.string(), query: z.record( z.string(), z.string() ) } );
const tone = z.enum( [ 'plain', 'good', 'bad' ] );

/** One figure; every noun has its own. `id` stays the same in all languages, `label` and `counted` are the reader's. */
export const overviewFigure = z
	.strictObject( {
		id: z.string(),
		label: z.string(),
		/** One for each currency, never added. Null where the figure is `count`. */
		sums: z.array( money ).nullable(),
		count: z.int(),
		/** "3 invoices"; empty where there is nothing to say. */
		counted: z.string(),
		tone,
		opens,
	} )
	.meta( { id: 'OverviewFigure' } );
export type OverviewFigure = z.infer< typeof overviewFigure >;

export const overviewRow = z.strictObject( {
	/** "November 2026" */
	label: z.string(),
	/** "Nov"; empty for the label. */
	short: z.string(),
	/** For each series, a sum for each currency. */
	values: z.array( z.array( money ) ),
	counted: z.string(),
	tone,
	opens: opens.nullable(),
} );

/** Sums by month or by age; `rows` is empty while all of it is nought. */
export const overviewChart = z
	.strictObject( {
		id: z.string(),
		title: z.string(),
		about: z.string(),
		shape: z.enum( [ 'columns', 'bars' ] ),
		head: z.string(),
		series: z.array( z.string() ),
		rows: z.array( overviewRow ),
		empty: z.string(),
	} )
	.meta( { id: 'OverviewChart' } );
export type OverviewChart = z.infer< typeof overviewChart >;

/** What somebody has to look at, a few of each. */
export const overviewNotices = z
	.strictObject( {
		id: z.string(),
		title: z.string(),
		tone,
		items: z.array(
			z.strictObject( { label: z.string(), about: z.string(), text: z.string(), opens: opens.nullable() } )
		),
		more: z.string(),
		opens: opens.nullable(),
	} )
	.meta( { id: 'OverviewNotices' } );
export type OverviewNotices = z.infer< typeof overviewNotices >;

export const overview = z
	.strictObject( {
		/** Mail that did not leave, money that nobody asked for: there while there is some. */
		notices: z.array( overviewNotices ),
		figures: z.array( overviewFigure ),
		charts: z.array( overviewChart ),
		/** The most overdue first, at most five. */
		attention: z.array( invoiceRow ),
		activity: z.array( event ),
		/** What is left of setting up; empty when all is done. `screen` is the admin app's location. */
		checklist: z.array(
			z.strictObject( { id: z.string(), done: z.boolean(), title: z.string(), screen: z.string() } )
		),
	} )
	.meta( { id: 'Overview' } );
export type Overview = z.infer< typeof overview >;

export const reportOperations = [
	operation( {
		id: 'overview.missing',
		method: 'GET',
		path: '/overview/missing',
		summary: 'List what is missing for a client to read and pay an invoice',
		needs: 'staff:view',
		response: z.strictObject( {
			items: z.array( z.strictObject( { id: z.string(), sentence: z.string(), screen: z.string() } ) ),
		} ),
	} ),
	operation( {
		id: 'overview.get',
		method: 'GET',
		path: '/overview',
		summary: 'Get the figures on the overview screen',
		needs: 'staff:view',
		response: overview,
	} ),
] as const;
