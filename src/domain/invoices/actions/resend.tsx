import { useState } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';
import type { Invoice } from '../../../contract/invoices';
import type { ActionModalProps, ItemAction } from '../../../shared/actions/action';
import { ApiFailure, call } from '../../../shared/api';
import { boot } from '../../../shared/boot';
import { BulkDialog } from '../../../shared/bulk/bulk-dialog';
import { perform } from '../../../shared/store';
import { type AnyInvoice, isIssued, isProForma, isWhole, nameOf } from '../any-invoice';
import { areSame, chosenOf, RecipientsField } from '../recipients-field';
import { useInvitation } from '../use-invitation';
import { nobody } from '../words';

const whole = async (
	invoice: AnyInvoice
): Promise< Pick< Invoice, 'recipients' | 'copies' | 'without_access' | 'opens_by_link' > > =>
	isWhole( invoice ) ? invoice : call( 'invoices.get', { params: { id: invoice.id } } );

/** Mails invoices again, to whoever gets the client's mail now: of those that are due, a reminder. */
function ResendDialog( { items, onClose }: ActionModalProps< AnyInvoice > ) {
	const invitation = useInvitation();
	const [ only ] = items.length === 1 ? items.filter( isWhole ) : [];
	const [ chosen, setChosen ] = useState( () => only && chosenOf( only ) );
	const prepare = async ( invoice: AnyInvoice ) => {
		const read = await whole( invoice );
		const { recipients, copies } = read;
		if ( recipients.length === 0 ) {
			throw new ApiFailure( nobody(), 'not_sendable', 0, {} );
		}
		invitation.meet( read );
		/* translators: %s: e-mail addresses */
		return sprintf( __( 'to %s', 'counterfoil' ), [ ...recipients, ...copies ].join( ', ' ) );
	};
	return (
		<BulkDialog
			title={ __( 'Resend', 'counterfoil' ) }
			text={
				items.every( isProForma )
					? __( 'The pro forma invoice will be emailed again with the same PDF.', 'counterfoil' )
					: __( 'The invoice will be emailed again with the same PDF.', 'counterfoil' )
			}
			choice={
				<>
					{ only && chosen && <RecipientsField invoice={ only } chosen={ chosen } onChange={ setChosen } /> }
					{ invitation.choice }
				</>
			}
			items={ items }
			nameOf={ nameOf }
			button={ ( count ) =>
				count === 1
					? __( 'Resend', 'counterfoil' )
					: /* translators: %d: number of invoices */
						sprintf( _n( 'Resend %d invoice', 'Resend %d invoices', count, 'counterfoil' ), count )
			}
			prepare={ prepare }
			work={ async ( { id }, intention ) => {
				if ( only && chosen && ! areSame( chosen, chosenOf( only ) ) ) {
					await perform( 'invoices.choose-recipients', { params: { id }, body: chosen } );
				}
				await perform(
					'invoices.resend',
					{ params: { id }, body: { invite: invitation.isWanted } },
					intention
				);
				return __( 'Resent', 'counterfoil' );
			} }
			onClose={ onClose }
		/>
	);
}

export const resend: ItemAction< AnyInvoice > = {
	id: 'resend',
	label: __( 'Resend…', 'counterfoil' ),
	isEligible: ( invoice ) =>
		boot().can.bill && isIssued( invoice ) && ( ! isWhole( invoice ) || invoice.recipients.length > 0 ),
	supportsBulk: true,
	RenderModal: ResendDialog,
};
