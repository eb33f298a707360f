import { useId } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { z } from 'zod';
import { day, optionalLine, price } from '../../../contract/common';
import type { ActionModalProps, ItemAction } from '../../../shared/actions/action';
import { boot } from '../../../shared/boot';
import { today } from '../../../shared/dates';
import { Field } from '../../../shared/field';
import { useForm } from '../../../shared/form';
import { FormDialog } from '../../../shared/form-dialog';
import { MoneyInput } from '../../../shared/money-input';
import { SelectField } from '../../../shared/select-field';
import { useCommand } from '../../../shared/store';
import { TextField } from '../../../shared/text-field';
import { toast } from '../../../shared/toasts';
import { useSubmit } from '../../../shared/use-submit';
import { type AnyInvoice, dueOf, isIssued } from '../any-invoice';

const methods = [ 'bank_transfer', 'cash', 'cheque', 'other' ] as const;
const schema = z.strictObject( {
	amount: price,
	method: z.enum( methods ),
	paid_on: day,
	reference: optionalLine( 100 ),
	send_receipt: z.boolean(),
} );
type Input = z.input< typeof schema >;
type Draft = Omit< Input, 'amount' > & { amount: { amount: number | null; currency: string } };

const words: Record< ( typeof methods )[ number ], () => string > = {
	bank_transfer: () => __( 'Bank transfer', 'counterfoil' ),
	cash: () => __( 'Cash', 'counterfoil' ),
	cheque: () => __( 'Cheque', 'counterfoil' ),
	other: () => __( 'Other', 'counterfoil' ),
};

/** Money that came some other way: whole or in part. */
function PaymentDialog( { invoice, onClose }: { readonly invoice: AnyInvoice; readonly onClose: () => void } ) {
	const form = useForm< Draft >(
		schema as never,
		{ amount: dueOf( invoice ), method: 'bank_transfer', paid_on: today(), reference: '', send_receipt: true },
		false
	);
	const record = useCommand( 'invoices.mark-paid' );
	const { values, errorOf, set } = form;
	const { onSubmit } = useSubmit(
		form,
		record,
		() => ( { params: { id: invoice.id }, body: values as Input } ),
		() => {
			toast( __( 'Payment recorded.', 'counterfoil' ) );
			onClose();
		}
	);
	return (
		<FormDialog
			title={ __( 'Record a payment', 'counterfoil' ) }
			button={ __( 'Record payment', 'counterfoil' ) }
			isBusy={ record.isBusy }
			error={ record.error }
			onSubmit={ onSubmit }
			onClose={ onClose }
		>
			<div className="counterfoil-form__row">
				<Field
					label={ __( 'Amount', 'counterfoil' ) }
					error={ errorOf( 'amount', 'amount' ) ?? errorOf( 'amount' ) }
				>
					<MoneyInput
						amount={ values.amount.amount }
						currency={ values.amount.currency }
						onChange={ ( amount ) => set( { amount: { ...values.amount, amount } } ) }
					/>
				</Field>
				<Field label={ __( 'Received on', 'counterfoil' ) } error={ errorOf( 'paid_on' ) }>
					<input
						type="date"
						max={ today() }
						value={ values.paid_on }
						onChange={ ( event ) => set( { paid_on: event.target.value } ) }
					/>
				</Field>
			</div>
			<div className="counterfoil-form__row">
				<SelectField
					label={ __( 'How', 'counterfoil' ) }
					value={ values.method }
					options={ methods.map( ( method ) => ( { code: method, name: words[ method ]() } ) ) }
					onChange={ ( method ) => set( { method: method as Input[ 'method' ] } ) }
				/>
				<TextField
					label={ __( 'Reference', 'counterfoil' ) }
					help={ __( 'Of the statement or the cheque; may be empty.', 'counterfoil' ) }
					value={ values.reference }
					error={ errorOf( 'reference' ) }
					onChange={ ( reference ) => set( { reference } ) }
				/>
			</div>
			<Receipt isOn={ values.send_receipt } onChange={ ( isOn ) => set( { send_receipt: isOn } ) } />
		</FormDialog>
	);
}

function Receipt( { isOn, onChange }: { readonly isOn: boolean; readonly onChange: ( isOn: boolean ) => void } ) {
	const id = useId();
	return (
		<span className="counterfoil-check">
			<input
				id={ id }
				type="checkbox"
				checked={ isOn }
				onChange={ ( event ) => onChange( event.target.checked ) }
			/>
			<label htmlFor={ id }>{ __( 'Mail the client a receipt', 'counterfoil' ) }</label>
		</span>
	);
}

export const recordPayment: ItemAction< AnyInvoice > = {
	id: 'record-payment',
	label: __( 'Record a payment…', 'counterfoil' ),
	isEligible: ( invoice ) => boot().can.bill && isIssued( invoice ) && dueOf( invoice ).amount > 0,
	RenderModal: ( { items: [ invoice ], onClose }: ActionModalProps< AnyInvoice > ) =>
		invoice ? <PaymentDialog invoice={ invoice } onClose={ onClose } /> : null,
};
