import { Modal } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import { z } from 'zod';
import { optionalLine } from '../../../contract/common';
import type { Invoice } from '../../../contract/invoices';
import type { ActionModalProps, ItemAction } from '../../../shared/actions/action';
import { boot } from '../../../shared/boot';
import { FormDialog } from '../../../shared/form/form-dialog';
import { TextField } from '../../../shared/form/text-field';
import { useForm } from '../../../shared/form/use-form';
import { Loaded } from '../../../shared/loaded';
import { formatMoney } from '../../../shared/money';
import { useCommand, useRead } from '../../../shared/store';
import { toast } from '../../../shared/toasts';
import { type AnyInvoice, dueOf, isIssued, isProForma, isWhole, totalOf } from '../any-invoice';

/** Nothing was paid or credited and nothing is on its way: a payment that was only begun is stopped by the server. */
const hasNoMoney = ( { payments, totals }: Invoice ): boolean =>
	totals.credited.amount === 0 &&
	payments.every( ( { state } ) => state === 'failed' || state === 'cancelled' || state === 'intended' );

const schema = z.strictObject( { reason: optionalLine( 190 ) } );

/** Which invoice, over how much, and who is told. */
function Ask( { invoice, onClose }: { readonly invoice: Invoice; readonly onClose: () => void } ) {
	const number = invoice.number ?? '';
	const form = useForm( {
		schema,
		initial: { reason: '' },
		command: useCommand( 'invoices.void' ),
		request: ( body ) => ( { params: { id: invoice.id }, body } ),
		onDone: () => {
			/* translators: %s: invoice number */
			toast( sprintf( __( 'Invoice %s voided.', 'counterfoil' ), number ) );
			onClose();
		},
	} );
	return (
		<FormDialog
			title={ sprintf(
				/* translators: 1: invoice number, 2: amount of money */
				__( 'Void invoice %1$s for %2$s?', 'counterfoil' ),
				number,
				formatMoney( invoice.totals.total )
			) }
			button={ __( 'Void invoice', 'counterfoil' ) }
			form={ form }
			isDestructive
			onClose={ onClose }
		>
			<p className="counterfoil-confirm">
				{ sprintf(
					/* translators: %s: name of a client */
					__(
						'It keeps its number and stays in your books, but %s can no longer pay it. This can’t be undone.',
						'counterfoil'
					),
					invoice.client.name
				) }
			</p>
			<TextField
				label={ __( 'Reason (optional)', 'counterfoil' ) }
				help={
					invoice.recipients.length > 0
						? sprintf(
								/* translators: %s: email addresses */
								__( 'If the invoice was emailed, we’ll email the reason to %s.', 'counterfoil' ),
								invoice.recipients.join( ', ' )
							)
						: __( 'Appears in the activity.', 'counterfoil' )
				}
				maxLength={ 190 }
				{ ...form.field( 'reason' ) }
			/>
		</FormDialog>
	);
}

/** A list does not know of payments on their way: the invoice is looked at before anybody is asked. */
function VoidDialog( { items, onClose }: ActionModalProps< AnyInvoice > ) {
	const [ invoice ] = items;
	const read = useRead( 'invoices.get', { params: { id: invoice?.id ?? 0 } } );
	if ( read.data && hasNoMoney( read.data ) ) {
		return <Ask invoice={ read.data } onClose={ onClose } />;
	}
	return (
		<Modal title={ __( 'Void invoice', 'counterfoil' ) } onRequestClose={ onClose } size="small">
			<div className="counterfoil-app">
				<Loaded read={ read }>
					{ () => (
						<p className="counterfoil-confirm">
							{ __(
								'This invoice can’t be voided because a payment was received or is processing, or part of it was credited. Create a credit note instead.',
								'counterfoil'
							) }
						</p>
					) }
				</Loaded>
			</div>
		</Modal>
	);
}

export const voidIt: ItemAction< AnyInvoice > = {
	id: 'void',
	label: __( 'Void…', 'counterfoil' ),
	isDestructive: true,
	isEligible: ( invoice ) =>
		boot().can.bill &&
		isIssued( invoice ) &&
		! isProForma( invoice ) &&
		totalOf( invoice ).amount > 0 &&
		( isWhole( invoice )
			? hasNoMoney( invoice )
			: // Whatever was paid of it, or given back, makes it another state.
				[ 'due', 'overdue' ].includes( invoice.state ) &&
				dueOf( invoice ).amount === totalOf( invoice ).amount ),
	RenderModal: VoidDialog,
};
