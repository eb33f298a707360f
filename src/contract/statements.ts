import { z } from 'zod';
import { currency, cursor, day, id, idParams, money, page } from './common';
import { operation } from './operation';

export const periodNames = [
	'this_month',
	'last_month',
	'this_quarter',
	'last_quarter',
	'this_year',
	'last_year',
	'custom',
] as const;
export type PeriodName = ( typeof periodNames )[ number ];

/** A period in the business's time zone: this month when left out; `custom` takes `from` and `to`. */
export const periodQuery = {
	period: z.enum( periodNames ).optional(),
	from: day.optional(),
	to: day.optional(),
};

const statementQuery = { ...periodQuery, currency: currency.optional() };

/** Amounts above zero are what the client owes, below zero what the agency owes the client. */
export const statement = z
	.strictObject( {
		from: day,
		to: day,
		currency,
		/** All in which there ever was anything, the business's own first. */
		currencies: z.array( currency ),
		/** Before the first day. */
		opening: money,
		/** At the end of the last day; `outstanding` less `credit` and `prepaid`. */
		closing: money,
		outstanding: money,
		credit: money,
		/** Paid for pro formas whose invoices aren't issued yet. */
		prepaid: money,
		/** Before the first of these items. */
		page_opening: money,
		/** Oldest first. */
		items: z.array(
			z.strictObject( {
				id,
				day,
				text: z.string(),
				invoice_id: id.nullable(),
				/** What the client owes more because of it, never below zero. */
				charged: money,
				/** What the client owes less because of it, never below zero. */
				relieved: money,
				/** After it. */
				balance: money,
			} )
		),
		next_cursor: cursor.nullable(),
	} )
	.meta( { id: 'Statement' } );
export type Statement = z.infer< typeof statement >;

export const statementOperations = [
	operation( {
		id: 'statements.get',
		method: 'GET',
		path: '/clients/{id}/statement',
		summary: 'Get a client’s statement of account in one currency',
		needs: 'staff:view',
		params: idParams,
		query: z.strictObject( { ...page, ...statementQuery } ),
		response: statement,
	} ),
	operation( {
		id: 'statements.pdf',
		method: 'GET',
		path: '/clients/{id}/statement/pdf',
		summary: 'Download a client’s statement of account as a PDF, in the client’s language',
		needs: 'staff:view',
		params: idParams,
		query: z.strictObject( statementQuery ),
		response: z.string(),
		binary: 'application/pdf',
	} ),
	operation( {
		id: 'statements.csv',
		method: 'GET',
		path: '/clients/{id}/statement/csv',
		summary: 'Export a client’s statement of account as CSV',
		needs: 'staff:view',
		params: idParams,
		query: z.strictObject( statementQuery ),
		response: z.string(),
		binary: 'text/csv',
	} ),
] as const;
