import { CheckboxControl } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { z } from 'zod';
import { day, optionalLine, price } from '../../contract/common';
import { today } from '../../shared/dates';
import { MoneyField, type TypedMoney } from '../../shared/form/money-field';
import { SelectField } from '../../shared/form/select-field';
import { TextField } from '../../shared/form/text-field';
import type { Form } from '../../shared/form/use-form';

const methods = [ 'bank_transfer', 'cash', 'cheque', 'other' ] as const;

const methodNames: Record< ( typeof methods )[ number ], () => string > = {
	bank_transfer: () => __( 'Bank transfer', 'counterfoil' ),
	cash: () => __( 'Cash', 'counterfoil' ),
	cheque: () => __( 'Check', 'counterfoil' ),
	other: () => __( 'Other', 'counterfoil' ),
};

/** Money that came past a gateway, as it is typed. */
export const offlineMoney = z.strictObject( {
	amount: price,
	method: z.enum( methods ),
	paid_on: day,
	reference: optionalLine( 100 ),
	send_receipt: z.boolean(),
} );

export type OfflineMoney = z.input< typeof offlineMoney >;
export type OfflineMoneyDraft = Omit< OfflineMoney, 'amount' > & { amount: TypedMoney };

/** It came today, by bank transfer, unless somebody says something else. */
export const newOfflineMoney = ( amount: TypedMoney ): OfflineMoneyDraft => ( {
	amount,
	method: 'bank_transfer',
	paid_on: today(),
	reference: '',
	send_receipt: true,
} );

interface Props {
	readonly form: Form< OfflineMoneyDraft >;
	/** What follows from it, where that is more than that it is recorded. */
	readonly note?: string | undefined;
}

export function OfflineMoneyFields( { form, note }: Props ) {
	return (
		<>
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
			{ note && <p className="counterfoil-panel__quiet">{ note }</p> }
			<CheckboxControl
				label={ __( 'Email a receipt to the client', 'counterfoil' ) }
				checked={ form.values.send_receipt }
				onChange={ ( isOn ) => form.set( { send_receipt: isOn } ) }
				__nextHasNoMarginBottom
			/>
		</>
	);
}
