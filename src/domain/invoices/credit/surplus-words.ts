import { __, sprintf } from '@wordpress/i18n';
import type { CreditNoteRow } from '../../../contract/invoices';
import { formatMoney } from '../../../shared/money';

/** What became of what the client had paid already; null where nothing had been paid. */
export function surplusWords( { surplus, surplus_to: to }: CreditNoteRow ): string | null {
	if ( surplus.amount === 0 ) {
		return null;
	}
	const amount = formatMoney( surplus );
	return to === 'refund'
		? /* translators: %s: amount */
			sprintf( __( '%s to be refunded', 'counterfoil' ), amount )
		: /* translators: %s: amount */
			sprintf( __( '%s added to the credit balance', 'counterfoil' ), amount );
}

/** What the credit note did, in short: less due, money that goes back, or credit. */
export function effectWords( note: CreditNoteRow ): string {
	const reduced =
		note.from_due.amount > 0
			? sprintf(
					/* translators: %s: amount */
					__( 'Amount due reduced by %s', 'counterfoil' ),
					formatMoney( note.from_due )
				)
			: null;
	return [ reduced, surplusWords( note ) ].filter( ( part ) => part !== null ).join( ' · ' ) || '–';
}
