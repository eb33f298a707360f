import { CheckboxControl } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { z } from 'zod';
import { day, optionalLine, price } from '../../../contract/common';
import type { ActionModalProps, ItemAction } from '../../../shared/actions/action';
import { boot } from '../../../shared/boot';
import { today } from '../../../shared/dates';
import { useForm } from '../../../shared/form/use-form';
import { FormDialog } from '../../../shared/form/form-dialog';
import { MoneyField, type TypedMoney } from '../../../shared/form/money-field';
import { SelectField } from '../../../shared/form/select-field';
import { useCommand } from '../../../shared/store';
import { TextField } from '../../../shared/form/text-field';
import { toast } from '../../../shared/toasts';
import { methodNames, methods } from '../offline-methods';
import { type AnyInvoice, dueOf, isIssued, isProForma } from '../any-invoice';

const schema = z.strictObject( {
	amount: price,
	method: z.enum( methods ),
	paid_on: day,
	reference: optionalLine( 100 ),
	send_receipt: z.boolean(),
} );
type Input = z.input< typeof schema >;
type Draft = Omit< Input, 'amount' > & { amount: TypedMoney };

/** Money that came some other way: whole or in part. */
function PaymentDialog( { invoice, onClose }: { readonly invoice: AnyInvoice; readonly onClose: () => void } ) {
	const form = useForm( {
		schema,
		initial: {
			amount: dueOf( invoice ),
			method: 'bank_transfer',
			paid_on: today(),
			reference: '',
			send_receipt: true,
		} as Draft,
		command: useCommand( 'invoices.mark-paid' ),
		request: ( values ) => ( { params: { id: invoice.id }, body: values as Input } ),
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
			{ isProForma( invoice ) && (
				<p className="counterfoil-panel__quiet">
					{ __(
						'When it is paid in full, the invoice is created and emailed to the client.',
						'counterfoil'
					) }
				</p>
			) }
			<CheckboxControl
				label={ __( 'Email a receipt to the client', 'counterfoil' ) }
				checked={ form.values.send_receipt }
				onChange={ ( isOn ) => form.set( { send_receipt: isOn } ) }
				__nextHasNoMarginBottom
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
