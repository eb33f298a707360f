import { z } from 'zod';
import { formed, optionalLine, rate, text } from '../common';
import { operation } from '../operation';

export const invoicing = z
	.strictObject( {
		prefix: formed( 'prefix', /^[\p{L}\p{N}\-\/_. ]*$/u, 20 ),
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

/** How invoices are made from now on. */
export const invoicingOperations = [
	operation( {
		id: 'invoicing.get',
		method: 'GET',
		path: '/settings/invoicing',
		summary: 'Get the invoice settings: numbers, payment terms, footer and default tax',
		needs: 'staff:view',
		response: invoicing,
	} ),
	operation( {
		id: 'invoicing.update',
		method: 'PUT',
		path: '/settings/invoicing',
		summary: 'Update the invoice settings',
		needs: 'staff:settings',
		body: invoicing,
		response: invoicing,
	} ),
] as const;
