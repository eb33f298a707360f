import { CheckboxControl } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import { z } from 'zod';
import { optionalLine } from '../../../contract/common';
import type { ActionModalProps, ItemAction } from '../../../shared/actions/action';
import { boot } from '../../../shared/boot';
import { FormDialog } from '../../../shared/form/form-dialog';
import { TextField } from '../../../shared/form/text-field';
import { useForm } from '../../../shared/form/use-form';
import { formatMoney } from '../../../shared/money';
import { useCommand } from '../../../shared/store';
import { toast } from '../../../shared/toasts';
import { type AnyInvoice, dueOf, isProForma, totalOf } from '../any-invoice';

const schema = z.strictObject( { reason: optionalLine( 190 ), tell: z.boolean() } );

/** Which one, over how much, and whether the client is told. */
function WithdrawDialog( { invoice, onClose }: { readonly invoice: AnyInvoice; readonly onClose: () => void } ) {
	const number = invoice.number ?? '';
	const form = useForm( {
		schema,
		initial: { reason: '', tell: true },
		command: useCommand( 'invoices.withdraw' ),
		request: ( body ) => ( { params: { id: invoice.id }, body } ),
		onDone: () => {
			/* translators: %s: number of the pro forma invoice */
			toast( sprintf( __( 'Pro forma invoice %s withdrawn.', 'counterfoil' ), number ) );
			onClose();
		},
	} );
	return (
		<FormDialog
			title={ sprintf(
				/* translators: 1: number of the pro forma invoice, 2: amount of money */
				__( 'Withdraw pro forma invoice %1$s over %2$s?', 'counterfoil' ),
				number,
				formatMoney( totalOf( invoice ) )
			) }
			button={ __( 'Withdraw pro forma invoice', 'counterfoil' ) }
			form={ form }
			isDestructive
			onClose={ onClose }
		>
			<p className="counterfoil-confirm">
				{ sprintf(
					/* translators: %s: name of a client */
					__(
						'%s can no longer pay it. No credit note is needed because it isn’t an invoice. This can’t be undone.',
						'counterfoil'
					),
					invoice.client.name
				) }{ ' ' }
				{ dueOf( invoice ).amount < totalOf( invoice ).amount &&
					__( 'What was already paid becomes the client’s credit balance.', 'counterfoil' ) }
			</p>
			<TextField
				label={ __( 'Reason (optional)', 'counterfoil' ) }
				maxLength={ 190 }
				{ ...form.field( 'reason' ) }
			/>
			<CheckboxControl
				label={ __( 'Email the client', 'counterfoil' ) }
				help={ __( 'Only if the pro forma invoice was emailed before.', 'counterfoil' ) }
				checked={ form.values.tell }
				onChange={ ( tell ) => form.set( { tell } ) }
				__nextHasNoMarginBottom
			/>
		</FormDialog>
	);
}

/** Ends a pro forma that was not paid in full; it was no sale. */
export const withdraw: ItemAction< AnyInvoice > = {
	id: 'withdraw',
	label: __( 'Withdraw…', 'counterfoil' ),
	isDestructive: true,
	isEligible: ( invoice ) =>
		boot().can.bill &&
		isProForma( invoice ) &&
		[ 'due', 'overdue', 'part_paid' ].includes( invoice.state ) &&
		dueOf( invoice ).amount > 0,
	RenderModal: ( { items: [ invoice ], onClose }: ActionModalProps< AnyInvoice > ) =>
		invoice ? <WithdrawDialog invoice={ invoice } onClose={ onClose } /> : null,
};
