import { __, sprintf } from '@wordpress/i18n';
import { z } from 'zod';
import { type Money, optionalLine } from '../../../contract/common';
import type { ActionModalProps, ItemAction } from '../../../shared/actions/action';
import { boot } from '../../../shared/boot';
import { FormDialog } from '../../../shared/form/form-dialog';
import { TextField } from '../../../shared/form/text-field';
import { useForm } from '../../../shared/form/use-form';
import { formatMoney } from '../../../shared/money';
import { useCommand } from '../../../shared/store';
import { toast } from '../../../shared/toasts';

/** A payment of an invoice, or a row of the list of payments. */
interface Undoable {
	readonly id: number;
	readonly can_undo: boolean;
	readonly amount?: Money;
	readonly received?: Money;
}

const schema = z.strictObject( { reason: optionalLine( 190 ) } );

/** Money that was recorded and never came: a counter-entry, after asking. */
function UndoDialog( { payment, onClose }: { readonly payment: Undoable; readonly onClose: () => void } ) {
	const sum = payment.amount ?? payment.received;
	const form = useForm( {
		schema,
		initial: { reason: '' },
		command: useCommand( 'payments.undo' ),
		request: ( body ) => ( { params: { id: payment.id }, body } ),
		onDone: () => {
			toast( __( 'Payment undone.', 'counterfoil' ) );
			onClose();
		},
	} );
	return (
		<FormDialog
			title={ sprintf(
				/* translators: %s: amount of money */
				__( 'Undo the payment of %s?', 'counterfoil' ),
				sum ? formatMoney( sum ) : ''
			) }
			button={ __( 'Undo payment', 'counterfoil' ) }
			form={ form }
			isDestructive
			onClose={ onClose }
		>
			<p className="counterfoil-confirm">
				{ __(
					'Use this when the payment was recorded by mistake. It stays in your books with a counter-entry, and what it paid is due again. If the client really paid and you returned the money, record a refund instead.',
					'counterfoil'
				) }
			</p>
			<TextField
				label={ __( 'Reason (optional)', 'counterfoil' ) }
				help={ __(
					'Appears in the activity. If the client got a receipt, we’ll email them a correction with this reason.',
					'counterfoil'
				) }
				maxLength={ 190 }
				{ ...form.field( 'reason' ) }
			/>
		</FormDialog>
	);
}

export const undo: ItemAction< Undoable > = {
	id: 'undo',
	label: __( 'Undo payment…', 'counterfoil' ),
	isDestructive: true,
	isEligible: ( { can_undo: can } ) => boot().can.bill && can,
	RenderModal: ( { items: [ payment ], onClose }: ActionModalProps< Undoable > ) =>
		payment ? <UndoDialog payment={ payment } onClose={ onClose } /> : null,
};
