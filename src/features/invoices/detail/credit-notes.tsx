import { Button } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import type { CreditNoteRow, Invoice } from '../../../contract/invoices';
import { openCreditNote } from '../../../domain/invoices/actions/open-credit-note';
import { surplusWords } from '../../../domain/invoices/credit/surplus-words';
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
									<a href={ `#/credit-notes/${ note.id }` }>{ note.number }</a>
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
