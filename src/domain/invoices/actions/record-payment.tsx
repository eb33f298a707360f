import { __ } from '@wordpress/i18n';
import type { ActionModalProps, ItemAction } from '../../../shared/actions/action';
import { boot } from '../../../shared/boot';
import { FormDialog } from '../../../shared/form/form-dialog';
import { useForm } from '../../../shared/form/use-form';
import { useCommand } from '../../../shared/store';
import { toast } from '../../../shared/toasts';
import { type AnyInvoice, dueOf, isIssued, isProForma } from '../any-invoice';
import { newOfflineMoney, type OfflineMoney, offlineMoney, OfflineMoneyFields } from '../offline-money';

/** Money that came some other way: whole or in part. */
function PaymentDialog( { invoice, onClose }: { readonly invoice: AnyInvoice; readonly onClose: () => void } ) {
	const form = useForm( {
		schema: offlineMoney,
		initial: newOfflineMoney( dueOf( invoice ) ),
		command: useCommand( 'invoices.mark-paid' ),
		request: ( values ) => ( { params: { id: invoice.id }, body: values as OfflineMoney } ),
		onDone: () => {
			toast( __( 'Payment recorded.', 'counterfoil' ) );
			onClose();
		},
	} );
	return (
		<FormDialog
			title={ __( 'Record payment', 'counterfoil' ) }
			button={ __( 'Record payment', 'counterfoil' ) }
			form={ form }
			onClose={ onClose }
		>
			<OfflineMoneyFields
				form={ form }
				note={
					isProForma( invoice )
						? __(
								'When it is paid in full, the invoice is created and emailed to the client.',
								'counterfoil'
							)
						: undefined
				}
			/>
		</FormDialog>
	);
}

export const recordPayment: ItemAction< AnyInvoice > = {
	id: 'record-payment',
	label: __( 'Record payment…', 'counterfoil' ),
	isEligible: ( invoice ) => boot().can.bill && isIssued( invoice ) && dueOf( invoice ).amount > 0,
	RenderModal: ( { items: [ invoice ], onClose }: ActionModalProps< AnyInvoice > ) =>
		invoice ? <PaymentDialog invoice={ invoice } onClose={ onClose } /> : null,
};
