import { z } from 'zod';
import { event } from './activity';
import { id, tally } from './common';
import { invoiceRow } from './invoices';
import { operation } from './operation';

export const overview = z
	.strictObject( {
		overdue: tally,
		/** Due within seven days, not overdue. */
		due_this_week: tally,
		/** All that is still to be paid, overdue or not. */
		due: tally,
		/** Payments received since the first of the month, less refunds. */
		paid_this_month: tally,
		/** Card payments that failed in the last 30 days on invoices still unpaid. */
		failed: tally,
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
		id: 'overview.get',
		method: 'GET',
		path: '/overview',
		summary: 'Get the figures on the overview screen',
		needs: 'staff:view',
		response: overview,
	} ),
] as const;
