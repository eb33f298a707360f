import { Button, Modal } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import type { Payment } from '../../../contract/payments';
import type { ActionModalProps, ItemAction } from '../../../shared/actions/action';
import { boot } from '../../../shared/boot';
import { DialogActions } from '../../../shared/dialog-actions';
import { Field } from '../../../shared/field';
import { formatMoney } from '../../../shared/money';
import { MoneyInput } from '../../../shared/money-input';
import { Problem } from '../../../shared/problem';
import { useCommand } from '../../../shared/store';
import { TextField } from '../../../shared/text-field';
import { toast } from '../../../shared/toasts';

/** Gives a payment back, or a part of it, the way it came. */
function RefundDialog( { payment, onClose }: { readonly payment: Payment; readonly onClose: () => void } ) {
	const { currency } = payment.amount;
	const most = { amount: payment.amount.amount - payment.refunded.amount, currency };
	const [ amount, setAmount ] = useState< number | null >( most.amount );
	const [ reason, setReason ] = useState( '' );
	const command = useCommand( 'payments.refund' );
	const isValid = amount !== null && amount > 0 && amount <= most.amount;
	const limit = sprintf(
		/* translators: %s: amount */
		__( 'At most %s can be given back.', 'counterfoil' ),
		formatMoney( most )
	);
	const save = async () => {
		if (
			isValid &&
			( await command.run( { params: { id: payment.id }, body: { amount: { amount, currency }, reason } } ) )
		) {
			toast( __( 'Refund made.', 'counterfoil' ) );
			onClose();
		}
	};
	return (
		<Modal title={ __( 'Refund', 'counterfoil' ) } onRequestClose={ onClose } size="small">
			<form
				className="counterfoil-form counterfoil-app"
				noValidate
				onSubmit={ ( event ) => {
					event.preventDefault();
					void save();
				} }
			>
				<Problem error={ command.error } />
				<p className="counterfoil-confirm">
					{ payment.mode === 'offline'
						? __( 'This records that you gave the money back yourself.', 'counterfoil' )
						: sprintf(
								/* translators: %s: payment method, "Visa ending in 4242" */
								__( 'The money goes back to %s.', 'counterfoil' ),
								payment.method
							) }
				</p>
				<Field label={ __( 'Amount', 'counterfoil' ) } help={ limit } error={ isValid ? undefined : limit }>
					<MoneyInput amount={ amount } currency={ currency } onChange={ setAmount } />
				</Field>
				<TextField
					label={ __( 'Reason', 'counterfoil' ) }
					help={ __( 'The client reads it in the mail; may be empty.', 'counterfoil' ) }
					maxLength={ 190 }
					value={ reason }
					onChange={ setReason }
				/>
				<DialogActions onCancel={ onClose }>
					<Button
						type="submit"
						variant="primary"
						isDestructive
						isBusy={ command.isBusy }
						disabled={ command.isBusy || ! isValid }
						accessibleWhenDisabled
						__next40pxDefaultSize
					>
						{ isValid
							? sprintf(
									/* translators: %s: amount */
									__( 'Refund %s', 'counterfoil' ),
									formatMoney( { amount, currency } )
								)
							: __( 'Refund', 'counterfoil' ) }
					</Button>
				</DialogActions>
			</form>
		</Modal>
	);
}

export const refund: ItemAction< Payment > = {
	id: 'refund',
	label: __( 'Refund…', 'counterfoil' ),
	isDestructive: true,
	isEligible: ( { state, amount, refunded } ) =>
		boot().can.refund && state === 'succeeded' && refunded.amount < amount.amount,
	RenderModal: ( { items: [ payment ], onClose }: ActionModalProps< Payment > ) =>
		payment ? <RefundDialog payment={ payment } onClose={ onClose } /> : null,
};
