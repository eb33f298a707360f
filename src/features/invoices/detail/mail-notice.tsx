import { Button, Notice } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import type { Invoice } from '../../../contract/invoices';
import { resend } from '../../../domain/invoices/actions';
import { type AnyInvoice, isProForma } from '../../../domain/invoices/any-invoice';
import { labelOf } from '../../../shared/actions/action';
import { useActions } from '../../../shared/actions/use-actions';

/** An email that did not leave, and the way to send it again. Silence would mean a client who was never told. */
export function MailNotice( { invoice }: { readonly invoice: Invoice } ) {
	const { start, dialog } = useActions< AnyInvoice >();
	const { state, to, error } = invoice.mail;
	if ( state !== 'failed' ) {
		return <>{ dialog }</>;
	}
	return (
		<>
			<Notice status="error" isDismissible={ false } className="counterfoil-problem">
				{ isProForma( invoice )
					? sprintf(
							/* translators: 1: email addresses, 2: why, in the mail server's words */
							__( 'The pro forma invoice couldn’t be emailed to %1$s: %2$s', 'counterfoil' ),
							to.join( ', ' ),
							error
						)
					: sprintf(
							/* translators: 1: email addresses, 2: why, in the mail server's words */
							__( 'The invoice couldn’t be emailed to %1$s: %2$s', 'counterfoil' ),
							to.join( ', ' ),
							error
						) }{ ' ' }
				{ resend.isEligible( invoice ) && (
					<Button variant="link" onClick={ () => start( resend, [ invoice ] ) }>
						{ labelOf( resend, [ invoice ] ) }
					</Button>
				) }
			</Notice>
			{ dialog }
		</>
	);
}
