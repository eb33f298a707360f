import { ToggleControl } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { z } from 'zod';
import { day, optionalLine, price } from '../../../contract/common';
import type { RequestOf } from '../../../shared/api';
import { today } from '../../../shared/dates';
import { FormDialog } from '../../../shared/form/form-dialog';
import { MoneyField, type TypedMoney } from '../../../shared/form/money-field';
import { SelectField } from '../../../shared/form/select-field';
import { TextField } from '../../../shared/form/text-field';
import { useForm } from '../../../shared/form/use-form';
import { useCommand } from '../../../shared/store';
import { toast } from '../../../shared/toasts';
import { methodNames, methods } from '../offline-methods';

const schema = z.strictObject( {
	amount: price,
	method: z.enum( methods ),
	paid_on: day,
	reference: optionalLine( 100 ),
	send_receipt: z.boolean(),
} );
type Input = RequestOf< 'credit.prepay' >[ 'body' ];
type Draft = Omit< z.input< typeof schema >, 'amount' > & { amount: TypedMoney };

interface Props {
	readonly clientId: number;
	readonly currency: string;
	readonly onClose: () => void;
}

/** Money that came for no invoice yet. */
export function PrepayDialog( { clientId, currency, onClose }: Props ) {
	const form = useForm( {
		schema,
		initial: {
			amount: { amount: null, currency },
			method: 'bank_transfer',
			paid_on: today(),
			reference: '',
			send_receipt: true,
		} as Draft,
		command: useCommand( 'credit.prepay' ),
		request: ( values ) => ( { params: { id: clientId }, body: values as Input } ),
		onDone: () => {
			toast( __( 'Prepayment recorded.', 'counterfoil' ) );
			onClose();
		},
	} );
	return (
		<FormDialog
			title={ __( 'Record prepayment', 'counterfoil' ) }
			button={ __( 'Record prepayment', 'counterfoil' ) }
			form={ form }
			onClose={ onClose }
		>
			<div className="counterfoil-form__row">
				<MoneyField label={ __( 'Amount', 'counterfoil' ) } money={ form.part( 'amount' ) } />
				<TextField
					label={ __( 'Date received', 'counterfoil' ) }
					type="date"
					max={ today() }
					{ ...form.field( 'paid_on' ) }
				/>
			</div>
			<div className="counterfoil-form__row">
				<SelectField
					label={ __( 'Payment method', 'counterfoil' ) }
					options={ methods.map( ( method ) => ( { code: method, name: methodNames[ method ]() } ) ) }
					{ ...form.field( 'method' ) }
				/>
				<TextField
					label={ __( 'Reference (optional)', 'counterfoil' ) }
					help={ __( 'For example, the check number or the text on your bank statement.', 'counterfoil' ) }
					{ ...form.field( 'reference' ) }
				/>
			</div>
			<ToggleControl
				label={ __( 'Email a receipt to the client', 'counterfoil' ) }
				checked={ form.values.send_receipt }
				onChange={ ( isOn ) => form.set( { send_receipt: isOn } ) }
				__nextHasNoMarginBottom
			/>
		</FormDialog>
	);
}
