import { z } from 'zod';
import { formed, optionalLine, rate, text } from '../common';
import { operation } from '../operation';

export const invoicing = z
	.strictObject( {
		prefix: formed( 'prefix', /^[\p{L}\p{N}\-\/_. ]*$/u, 20 ),
		/** What follows the prefix; `{number}`, `{year}` and `{month}` stand for what they say. */
		number_pattern: formed(
			'number_pattern',
			/^(?=.*\{number\})(?:[\p{L}\p{N}\-\/_. ]|\{(?:number|year|month)\})*$/u,
			60
		),
		/** When numbers begin at 1 again. The pattern has to name the year, or year and month, then. */
		restart: z.enum( [ 'never', 'yearly', 'monthly' ] ),
		/** May only go up: a number that was given is never given again. */
		next_number: z.int().min( 1 ).max( 999_999_999 ),
		minimum_digits: z.int().min( 1 ).max( 9 ),
		due_days: z.int().min( 0 ).max( 365 ),
		footer: text( 1000 ),
		tax_name: optionalLine( 40 ),
		tax_rate: rate,
		tax_mode: z.enum( [ 'exclusive', 'inclusive' ] ),
	} )
	.meta( { id: 'InvoicingSettings' } );
export type Invoicing = z.infer< typeof invoicing >;

export const storedInvoicing = invoicing
	.extend( {
		/** The next number today, by when numbers begin at 1 again. */
		next_numbers: z.strictObject( { never: z.int(), yearly: z.int(), monthly: z.int() } ),
	} )
	.meta( { id: 'StoredInvoicingSettings' } );
export type StoredInvoicing = z.infer< typeof storedInvoicing >;

/** How invoices are made from now on. */
export const invoicingOperations = [
	operation( {
		id: 'invoicing.get',
		method: 'GET',
		path: '/settings/invoicing',
		summary: 'Get the invoice settings: numbers, payment terms, footer and default tax',
		needs: 'staff:view',
		response: storedInvoicing,
	} ),
	operation( {
		id: 'invoicing.update',
		method: 'PUT',
		path: '/settings/invoicing',
		summary: 'Update the invoice settings',
		needs: 'staff:settings',
		body: invoicing,
		response: storedInvoicing,
	} ),
] as const;
