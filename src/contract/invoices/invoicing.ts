import { z } from 'zod';
import { operation } from '../operation';
import { taxRate } from '../taxes';
import { documentKind } from './state';

export const invoicing = z
	.strictObject( {
		due_days: z.int().min( 0 ).max( 365 ),
		tax_mode: z.enum( [ 'exclusive', 'inclusive' ] ),
		/** What clients get who have no choice of their own. Left out, it stays. */
		bill_as: documentKind.optional(),
	} )
	.meta( { id: 'InvoicingSettings' } );
export type Invoicing = z.infer< typeof invoicing >;

export const storedInvoicing = invoicing
	.extend( {
		bill_as: documentKind,
		/** New lines begin with it: the default of the tax settings' rates. */
		tax: taxRate.nullable(),
	} )
	.meta( { id: 'StoredInvoicingSettings' } );
export type StoredInvoicing = z.infer< typeof storedInvoicing >;

/** How invoices are made from now on. */
export const invoicingOperations = [
	operation( {
		id: 'invoicing.get',
		method: 'GET',
		path: '/settings/invoicing',
		summary: 'Get the invoice settings: payment terms, prices with or without tax, and the default tax rate',
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
