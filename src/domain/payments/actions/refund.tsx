import { __, sprintf } from '@wordpress/i18n';
import { z } from 'zod';
import { optionalLine, price } from '../../../contract/common';
import type { Payment } from '../../../contract/payments';
import type { ActionModalProps, ItemAction } from '../../../shared/actions/action';
import type { RequestOf } from '../../../shared/api';
import { boot } from '../../../shared/boot';
import { formatMoney } from '../../../shared/money';
import { FormDialog } from '../../../shared/form/form-dialog';
import { MoneyField, type TypedMoney } from '../../../shared/form/money-field';
import { useForm } from '../../../shared/form/use-form';
import { useCommand } from '../../../shared/store';
import { TextField } from '../../../shared/form/text-field';
import { toast } from '../../../shared/toasts';

type Input = RequestOf< 'payments.refund' >[ 'body' ];
type Draft = Omit< Input, 'amount' > & { amount: TypedMoney };

/** More than what is left is said before the server says it. */
const schemaFor = ( most: number, limit: string ) =>
	z.strictObject( {
		amount: price.refine( ( { amount } ) => amount > 0 && amount <= most, limit ),
		reason: optionalLine( 190 ),
	} );

/** Gives a payment back, or a part of it, the way it came. */
function RefundDialog( { payment, onClose }: { readonly payment: Payment; readonly onClose: () => void } ) {
	const { currency } = payment.amount;
	const most = { amount: payment.amount.amount - payment.refunded.amount - payment.reversed.amount, currency };
	const limit = sprintf(
		/* translators: %s: amount */
		__( 'You can refund up to %s.', 'counterfoil' ),
		formatMoney( most )
	);
	const form = useForm( {
		schema: schemaFor( most.amount, limit ),
		initial: { amount: most, reason: '' } as Draft,
		command: useCommand( 'payments.refund' ),
		request: ( values ) => ( { params: { id: payment.id }, body: values as Input } ),
		onDone: () => {
			toast( __( 'Refund requested.', 'counterfoil' ) );
			onClose();
		},
	} );
	const { amount } = form.values.amount;
	return (
		<FormDialog
			title={ __( 'Refund', 'counterfoil' ) }
			button={
				amount !== null && amount > 0 && amount <= most.amount
					? sprintf(
							/* translators: %s: amount */
							__( 'Refund %s', 'counterfoil' ),
							formatMoney( { amount, currency } )
						)
					: __( 'Refund', 'counterfoil' )
			}
			form={ form }
			isDestructive
			onClose={ onClose }
		>
			<p className="counterfoil-confirm">
				{ payment.mode === 'offline'
					? __( 'This records a refund that you already paid the client yourself.', 'counterfoil' )
					: sprintf(
							/* translators: %s: payment method, "Visa ending in 4242" */
							__( 'The refund goes to %s.', 'counterfoil' ),
							payment.method
						) }
			</p>
			<MoneyField label={ __( 'Amount', 'counterfoil' ) } help={ limit } money={ form.part( 'amount' ) } />
			<TextField
				label={ __( 'Reason (optional)', 'counterfoil' ) }
				help={ __( 'The client sees this in the email.', 'counterfoil' ) }
				maxLength={ 190 }
				{ ...form.field( 'reason' ) }
			/>
		</FormDialog>
	);
}

export const refund: ItemAction< Payment > = {
	id: 'refund',
	label: __( 'Refund…', 'counterfoil' ),
	isDestructive: true,
	isEligible: ( { state, amount, refunded, reversed, disputes } ) =>
		boot().can.refund &&
		state === 'succeeded' &&
		refunded.amount + reversed.amount < amount.amount &&
		// The bank has the say until it has decided. What it only asks about can be refunded.
		! disputes.some( ( dispute ) => dispute.state === 'opened' || dispute.state === 'under_review' ),
	RenderModal: ( { items: [ payment ], onClose }: ActionModalProps< Payment > ) =>
		payment ? <RefundDialog payment={ payment } onClose={ onClose } /> : null,
};
