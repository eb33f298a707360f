import { ToggleControl } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import { type PartSettings as Stored, partSettings } from '../../../contract/payments';
import { Amounts } from '../../../shared/form/amounts';
import type { TypedMoney } from '../../../shared/form/money-field';
import { NumberField } from '../../../shared/form/number-field';
import { Loaded } from '../../../shared/loaded';
import { Section } from '../../../shared/settings/section';
import { SettingsForm } from '../../../shared/settings/settings-form';
import { useSettings } from '../../../shared/settings/use-settings';
import { useCommand, useRead } from '../../../shared/store';
import { toast } from '../../../shared/toasts';

type Draft = Omit< Stored, 'minimum_amounts' > & { minimum_amounts: TypedMoney[] };

/** Whether clients may pay less than is due. */
export function PartSettings() {
	return (
		<Loaded read={ useRead( 'part-payments.settings', {} ) }>{ ( read ) => <PartForm initial={ read } /> }</Loaded>
	);
}

function PartForm( { initial }: { readonly initial: Stored } ) {
	const settings = useSettings( {
		initial,
		schema: partSettings,
		valuesOf: ( stored: Stored ): Draft => stored,
		command: useCommand( 'part-payments.update-settings' ),
		request: ( values: Draft ) => ( { body: values as Stored } ),
		onSaved: () => toast( __( 'Part payment settings saved.', 'counterfoil' ) ),
	} );
	const { form } = settings;
	return (
		<SettingsForm button={ __( 'Save part payment settings', 'counterfoil' ) } settings={ settings }>
			<Section
				title={ __( 'Part payments', 'counterfoil' ) }
				text={ __( 'Clients can pay a part of an invoice online. The rest stays due.', 'counterfoil' ) }
			>
				<ToggleControl
					__nextHasNoMarginBottom
					label={ __( 'Let clients pay invoices in parts', 'counterfoil' ) }
					checked={ form.values.allowed }
					onChange={ ( isOn ) => form.set( { allowed: isOn } ) }
				/>
				{ form.values.allowed && (
					<div className="counterfoil-settings__short">
						<NumberField
							label={ __( 'Minimum payment (% of the amount due)', 'counterfoil' ) }
							min={ 1 }
							max={ 99 }
							{ ...form.field( 'minimum_percent' ) }
						/>
						<p>
							{ __(
								'You can also set a minimum amount for a currency. Clients pay at least the larger of the two.',
								'counterfoil'
							) }
						</p>
						<Amounts
							field={ form.field( 'minimum_amounts' ) }
							item={ ( index ) => form.item( 'minimum_amounts', index ) }
							label={ __( 'Minimum amount', 'counterfoil' ) }
							removeLabel={ ( currency ) =>
								sprintf(
									/* translators: %s: currency code */
									__( 'Remove minimum amount in %s', 'counterfoil' ),
									currency
								)
							}
						/>
					</div>
				) }
			</Section>
		</SettingsForm>
	);
}
