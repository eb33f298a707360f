import { z } from 'zod';
import { event } from './activity';
import { id, tally } from './common';
import { invoiceFilters, invoiceRow } from './invoices';
import { operation } from './operation';
import { paymentFilters } from './payments';

/** What a list of invoices comes to; `query` is that list's, so that the figure opens exactly what it counts. */
const invoiceFigure = z.strictObject( { ...tally.shape, query: z.strictObject( invoiceFilters ) } );

export const overview = z
	.strictObject( {
		overdue: invoiceFigure,
		/** Due within seven days, not overdue. */
		due_this_week: invoiceFigure,
		/** All that is still to be paid, overdue or not. */
		outstanding: invoiceFigure,
		/** Still to be paid, and a payment for it at a gateway failed in the last 30 days. */
		failed: invoiceFigure,
		/** Payments whose money came since the first of the month, less what of them went back. */
		paid_this_month: z.strictObject( { ...tally.shape, query: z.strictObject( paymentFilters ) } ),
		/** The most overdue first, at most five. */
		attention: z.array( invoiceRow ),
		activity: z.array( event ),
		/** What is left of setting up; empty when all is done. `screen` is the admin app's location. */
		checklist: z.array(
			z.strictObject( { id: z.string(), done: z.boolean(), title: z.string(), screen: z.string() } )
		),
		/** Mails that could not be sent and are being tried again, or were given up. */
		mail_problems: z.array( z.strictObject( { to: z.string(), subject: z.string(), error: z.string() } ) ),
		/** Money that nobody asked for, open disputes, refunds that did not arrive; newest first, at most five. */
		money_problems: z.array(
			z.strictObject( { invoice_id: id, number: z.string(), client: z.string(), text: z.string() } )
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
