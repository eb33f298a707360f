import { Button } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import type { CreditNoteRow, Invoice } from '../../../contract/invoices';
import { openCreditNote } from '../../../domain/invoices/actions/open-credit-note';
import { labelOf } from '../../../shared/actions/action';
import { useActions } from '../../../shared/actions/use-actions';
import { formatDay } from '../../../shared/dates';
import { Loaded } from '../../../shared/loaded';
import { formatMoney } from '../../../shared/money';
import { Problem } from '../../../shared/problem';
import { useRead } from '../../../shared/store';

/** What was taken back of this invoice, and why. */
export function CreditNotes( { invoice }: { readonly invoice: Invoice } ) {
	return invoice.totals.credited.amount > 0 ? <Panel invoiceId={ invoice.id } /> : null;
}

function Panel( { invoiceId }: { readonly invoiceId: number } ) {
	const read = useRead( 'credit-notes.list', { query: { invoice_id: invoiceId, per_page: 100 } } );
	const { start, error, clearError } = useActions< CreditNoteRow >();
	return (
		<section className="counterfoil-panel" aria-labelledby="counterfoil-invoice-credit-notes">
			<h2 id="counterfoil-invoice-credit-notes">{ __( 'Credit notes', 'counterfoil' ) }</h2>
			<Problem error={ error } onDismiss={ clearError } />
			<Loaded read={ read }>
				{ ( { items } ) => (
					<ul className="counterfoil-payments">
						{ items.map( ( note ) => (
							<li key={ note.id }>
								<span className="counterfoil-payments__what">
									<strong className="counterfoil-money">{ formatMoney( note.total ) }</strong>{ ' ' }
									{ note.number }
								</span>
								<span className="counterfoil-panel__quiet">
									{ formatDay( note.issue_date ) } · { note.reason }
								</span>
								{ note.surplus.amount > 0 && <span>{ surplusWords( note ) }</span> }
								<Button variant="link" onClick={ () => start( openCreditNote, [ note ] ) }>
									{ labelOf( openCreditNote, [ note ] ) }
								</Button>
							</li>
						) ) }
					</ul>
				) }
			</Loaded>
		</section>
	);
}

function surplusWords( { surplus, surplus_to: to }: CreditNoteRow ): string {
	const amount = formatMoney( surplus );
	return to === 'refund'
		? /* translators: %s: amount */
			sprintf( __( '%s to be refunded', 'counterfoil' ), amount )
		: /* translators: %s: amount */
			sprintf( __( '%s added to the credit balance', 'counterfoil' ), amount );
}
