import { Button, Notice } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import type { Invoice } from '../../../contract/invoices';
import { credit } from '../../../domain/invoices/actions';
import type { AnyInvoice } from '../../../domain/invoices/any-invoice';
import { useActions } from '../../../shared/actions/use-actions';
import { formatMoney } from '../../../shared/money';

/** A dispute was lost: the money is gone, the sale may still be in the books. Nothing is credited by itself. */
export function LostDispute( { invoice }: { readonly invoice: Invoice } ) {
	const { start, dialog } = useActions< AnyInvoice >();
	const lost = invoice.payments.flatMap( ( payment ) => ( payment.lost.amount > 0 ? [ payment.lost ] : [] ) );
	if ( lost.length === 0 || invoice.totals.credited.amount > 0 || ! credit.isEligible( invoice ) ) {
		return <>{ dialog }</>;
	}
	return (
		<>
			<Notice status="warning" isDismissible={ false } className="counterfoil-problem">
				{ sprintf(
					/* translators: %s: amounts of money */
					__(
						'A dispute about this invoice was lost: the client’s bank reversed %s. If the sale is off, issue a credit note.',
						'counterfoil'
					),
					lost.map( formatMoney ).join( ', ' )
				) }{ ' ' }
				<Button variant="link" onClick={ () => start( credit, [ invoice ] ) }>
					{ __( 'Issue credit note…', 'counterfoil' ) }
				</Button>
			</Notice>
			{ dialog }
		</>
	);
}
