import { RadioControl, ToggleControl } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import { type LateFees, lateFees } from '../../contract/late-fees';
import { boot } from '../../shared/boot';
import { Amounts } from '../../shared/form/amounts';
import type { TypedMoney } from '../../shared/form/money-field';
import { NumberField } from '../../shared/form/number-field';
import type { FormPart } from '../../shared/form/part';
import { RateField } from '../../shared/form/rate-field';
import { Loaded } from '../../shared/loaded';
import { Section } from '../../shared/settings/section';
import { SettingsForm } from '../../shared/settings/settings-form';
import { useSettings } from '../../shared/settings/use-settings';
import { useCommand, useRead } from '../../shared/store';
import { toast } from '../../shared/toasts';

export type Draft = Omit< LateFees, 'amounts' > & { amounts: TypedMoney[] };

/** What is asked of clients who pay late. */
export function LateFeeSettings() {
	return <Loaded read={ useRead( 'late-fees.get', {} ) }>{ ( read ) => <LateFeeForm initial={ read } /> }</Loaded>;
}

function LateFeeForm( { initial }: { readonly initial: LateFees } ) {
	const settings = useSettings( {
		initial,
		schema: lateFees,
		valuesOf: ( stored: LateFees ): Draft => stored,
		command: useCommand( 'late-fees.update' ),
		request: ( values: Draft ) => ( { body: values as LateFees } ),
		onSaved: () => toast( __( 'Late fee settings saved.', 'counterfoil' ) ),
	} );
	const { form } = settings;
	return (
		<SettingsForm button={ __( 'Save late fee settings', 'counterfoil' ) } settings={ settings }>
			<Section
				title={ __( 'Late fees', 'counterfoil' ) }
				text={ __(
					'Overdue invoices show you a late fee that you can add to a draft. Nothing is charged until you send it. Check which fees the law and your terms allow.',
					'counterfoil'
				) }
			>
				<ToggleControl
					__nextHasNoMarginBottom
					label={ __( 'Suggest late fees for overdue invoices', 'counterfoil' ) }
					help={ __(
						'A late fee is compensation, not a service, so its line isn’t subject to VAT. You can change this on the draft.',
						'counterfoil'
					) }
					checked={ form.values.is_on }
					onChange={ ( isOn ) => form.set( { is_on: isOn } ) }
				/>
				{ form.values.is_on && <Terms form={ form } /> }
			</Section>
		</SettingsForm>
	);
}

function Terms( { form }: { readonly form: FormPart< Draft > } ) {
	const { kind, amounts, in_reminders: inReminders } = form.values;
	const choose = ( next: Draft[ 'kind' ] ) =>
		form.set( {
			kind: next,
			...( next === 'fixed' && amounts.length === 0
				? { amounts: [ { amount: null, currency: boot().currency } ] }
				: {} ),
		} );
	return (
		<>
			<RadioControl
				label={ __( 'Late fee', 'counterfoil' ) }
				selected={ kind }
				options={ [
					{
						value: 'monthly',
						label: __( 'Percentage per month', 'counterfoil' ),
						description: __( 'Of the amount due, for each month that has started.', 'counterfoil' ),
					},
					{
						value: 'once',
						label: __( 'Percentage, once', 'counterfoil' ),
						description: __( 'Of the amount due.', 'counterfoil' ),
					},
					{
						value: 'fixed',
						label: __( 'Fixed amount, once', 'counterfoil' ),
						description: __( 'For each currency you bill in.', 'counterfoil' ),
					},
				] }
				onChange={ ( next ) => choose( next as Draft[ 'kind' ] ) }
			/>
			{ kind === 'fixed' ? (
				<Amounts
					field={ form.field( 'amounts' ) }
					item={ ( index ) => form.item( 'amounts', index ) }
					label={ __( 'Late fee', 'counterfoil' ) }
					removeLabel={ ( currency ) =>
						sprintf(
							/* translators: %s: currency code */
							__( 'Remove late fee in %s', 'counterfoil' ),
							currency
						)
					}
				/>
			) : (
				<div className="counterfoil-settings__short">
					<RateField
						label={ __( 'Late fee (percent)', 'counterfoil' ) }
						help={ __( 'Other late fees on the invoice aren’t counted.', 'counterfoil' ) }
						{ ...form.field( 'percent' ) }
					/>
				</div>
			) }
			<div className="counterfoil-settings__short">
				<NumberField
					label={ __( 'Grace period (days)', 'counterfoil' ) }
					help={ __( 'Days after the due date before a late fee is suggested.', 'counterfoil' ) }
					min={ 0 }
					max={ 180 }
					{ ...form.field( 'grace_days' ) }
				/>
			</div>
			<ToggleControl
				__nextHasNoMarginBottom
				label={ __( 'Mention late fees in reminders', 'counterfoil' ) }
				help={ __( 'Reminders about overdue invoices say how much you may charge.', 'counterfoil' ) }
				checked={ inReminders }
				onChange={ ( isOn ) => form.set( { in_reminders: isOn } ) }
			/>
		</>
	);
}
