import { z } from 'zod';
import { formed } from '../common';
import { operation } from '../operation';

export const documentKind = z.enum( [ 'invoice', 'pro_forma', 'credit_note', 'receipt', 'refund' ] );
export type DocumentKind = z.infer< typeof documentKind >;

/** How the numbers of one kind of document are written and counted. */
export const seriesInput = z
	.strictObject( {
		kind: documentKind,
		prefix: formed( 'prefix', /^[\p{L}\p{N}\-\/_. ]*$/u, 20 ),
		/** What follows the prefix; `{number}`, `{year}` and `{month}` stand for what they say. */
		number_pattern: formed(
			'number_pattern',
			/^(?=.*\{number\})(?:[\p{L}\p{N}\-\/_. ]|\{(?:number|year|month)\})*$/u,
			60
		),
		/** When numbers begin at 1 again. The pattern has to name the year, or year and month, then. */
		restart: z.enum( [ 'never', 'yearly', 'monthly' ] ),
		minimum_digits: z.int().min( 1 ).max( 9 ),
		/** May only go up: a number that was given is never given again. */
		next_number: z.int().min( 1 ).max( 999_999_999 ),
	} )
	.meta( { id: 'NumberSeriesSettings' } );
export type SeriesInput = z.infer< typeof seriesInput >;

export const numberingInput = z
	.strictObject( {
		/** Kinds that are missing stay as they are. */
		series: z.array( seriesInput ).min( 1 ).max( 10 ),
	} )
	.meta( { id: 'NumberingSettings' } );
export type NumberingInput = z.infer< typeof numberingInput >;

export const numbering = z
	.strictObject( {
		series: z.array(
			seriesInput.extend( {
				/** The next number today, by when numbers begin at 1 again. */
				next_numbers: z.strictObject( { never: z.int(), yearly: z.int(), monthly: z.int() } ),
			} )
		),
	} )
	.meta( { id: 'StoredNumberingSettings' } );
export type Numbering = z.infer< typeof numbering >;
export type Series = Numbering[ 'series' ][ number ];

const range = z.strictObject( { first: z.int(), last: z.int() } );

/** What an auditor asks of each series: is a number missing? */
export const seriesReport = z
	.strictObject( {
		kind: documentKind,
		/** "" for a series that never begins anew, "2026", "2026-11" */
		period: z.string(),
		/** As they are written; empty where there is no document yet. */
		first: z.string(),
		last: z.string(),
		count: z.int(),
		voided: z.int(),
		/** Numbers that were given and that no document has. */
		missing: z.array( range ),
		/** Numbers that were left out on purpose, by raising the next number. */
		skipped: z.array( range ),
	} )
	.meta( { id: 'NumberSeriesReport' } );
export type SeriesReport = z.infer< typeof seriesReport >;

export const numberingOperations = [
	operation( {
		id: 'numbering.get',
		method: 'GET',
		path: '/settings/numbering',
		summary: 'Get the number format and the next number of each kind of document',
		needs: 'staff:settings',
		response: numbering,
	} ),
	operation( {
		id: 'numbering.update',
		method: 'PUT',
		path: '/settings/numbering',
		summary: 'Update the number formats and raise the next numbers',
		needs: 'staff:settings',
		body: numberingInput,
		response: numbering,
	} ),
	operation( {
		id: 'numbering.report',
		method: 'GET',
		path: '/settings/numbering/report',
		summary: 'List every number series with its first and last number, and the numbers that are missing',
		needs: 'staff:settings',
		response: z.strictObject( { series: z.array( seriesReport ) } ),
	} ),
	operation( {
		id: 'numbering.export',
		method: 'GET',
		path: '/settings/numbering/export',
		summary: 'Export every number series as CSV',
		needs: 'staff:settings',
		response: z.string(),
		binary: 'text/csv',
	} ),
] as const;
