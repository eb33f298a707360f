import { __ } from '@wordpress/i18n';
import { z } from 'zod';
import { type Money, optionalLine, price } from '../../../contract/common';
import type { RequestOf } from '../../../shared/api';
import { FormDialog } from '../../../shared/form/form-dialog';
import { MoneyField, type TypedMoney } from '../../../shared/form/money-field';
import { TextField } from '../../../shared/form/text-field';
import { useForm } from '../../../shared/form/use-form';
import { useCommand } from '../../../shared/store';
import { toast } from '../../../shared/toasts';

const schema = z.strictObject( { amount: price, reason: optionalLine( 190 ) } );
type Input = RequestOf< 'credit.refund' >[ 'body' ];
type Draft = Omit< Input, 'amount' > & { amount: TypedMoney };

interface Props {
	readonly clientId: number;
	readonly balance: Money;
	readonly onClose: () => void;
}

/** Gives a client's credit back, or a part of it, the way it came. */
export function RefundCreditDialog( { clientId, balance, onClose }: Props ) {
	const form = useForm( {
		schema,
		initial: { amount: balance, reason: '' } as Draft,
		command: useCommand( 'credit.refund' ),
		request: ( values ) => ( { params: { id: clientId }, body: values as Input } ),
		onDone: () => {
			toast( __( 'Refund requested.', 'counterfoil' ) );
			onClose();
		},
	} );
	return (
		<FormDialog
			title={ __( 'Refund credit balance', 'counterfoil' ) }
			button={ __( 'Refund credit', 'counterfoil' ) }
			form={ form }
			isDestructive
			onClose={ onClose }
		>
			<p className="counterfoil-confirm">
				{ __( 'The refund goes to the original payment methods.', 'counterfoil' ) }
			</p>
			<MoneyField label={ __( 'Amount', 'counterfoil' ) } money={ form.part( 'amount' ) } />
			<TextField
				label={ __( 'Reason (optional)', 'counterfoil' ) }
				help={ __( 'The client sees this in the email.', 'counterfoil' ) }
				maxLength={ 190 }
				{ ...form.field( 'reason' ) }
			/>
		</FormDialog>
	);
}
