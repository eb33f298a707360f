import { Notice } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import type { Invoice } from '../../../contract/invoices';
import { dayOf, formatDay } from '../../../shared/dates';
import { formatMoney } from '../../../shared/money';

/** The client's bank returned a debit that had paid it: it says why it is due again. */
export function ReturnedDebit( { invoice }: { readonly invoice: Invoice } ) {
	const returned = invoice.payments
		.flatMap( ( { reversals } ) => reversals )
		.filter( ( { reason, restored_at: restoredAt } ) => reason === 'returned' && ! restoredAt )
		.at( -1 );
	if ( ! returned || invoice.status !== 'issued' || invoice.totals.due.amount === 0 ) {
		return null;
	}
	return (
		<Notice status="warning" isDismissible={ false } className="counterfoil-problem">
			{ sprintf(
				/* translators: 1: amount of money, 2: date, 3: "Returned by the bank: insufficient funds" */
				__(
					'This invoice is due again: a payment of %1$s was withdrawn on %2$s. %3$s. We emailed the client, and reminders continue as scheduled.',
					'counterfoil'
				),
				formatMoney( returned.amount ),
				formatDay( dayOf( returned.at ) ),
				returned.what
			) }
		</Notice>
	);
}
