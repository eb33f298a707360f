import { RadioControl } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { type Taxes, taxesInput, type TaxesInput } from '../../contract/taxes';
import { SelectField } from '../../shared/form/select-field';
import { TextField } from '../../shared/form/text-field';
import { Loaded } from '../../shared/loaded';
import { currencies } from '../../shared/names';
import { Section } from '../../shared/settings/section';
import { SettingsForm } from '../../shared/settings/settings-form';
import { useSettings } from '../../shared/settings/use-settings';
import { useCommand, useRead } from '../../shared/store';
import { toast } from '../../shared/toasts';
import { VatIdField } from '../../domain/clients/vat-id-field';
import { AccountRows } from './account-rows';
import { RateRows } from './rate-rows';
import './settings.scss';

/** What the business is to tax offices and banks, and the rates it bills with. */
export default function TaxSettings() {
	return <Loaded read={ useRead( 'taxes.get', {} ) }>{ ( read ) => <TaxForm initial={ read } /> }</Loaded>;
}

const valuesOf = ( { country: _country, ...fields }: Taxes ): TaxesInput => fields;

function TaxForm( { initial }: { readonly initial: Taxes } ) {
	const settings = useSettings( {
		initial,
		schema: taxesInput,
		valuesOf,
		command: useCommand( 'taxes.update' ),
		request: ( body: TaxesInput ) => ( { body } ),
		onSaved: () => toast( __( 'Tax settings saved.', 'counterfoil' ) ),
	} );
	const { form } = settings;
	const { values, set } = form;
	return (
		<SettingsForm button={ __( 'Save tax settings', 'counterfoil' ) } settings={ settings }>
			<Section
				title={ __( 'VAT', 'counterfoil' ) }
				text={ __( 'Decides what is proposed on new lines. You can change it on each line.', 'counterfoil' ) }
			>
				<RadioControl
					label={ __( 'Your business', 'counterfoil' ) }
					selected={ values.tax_status }
					options={ [
						{
							value: 'active',
							label: __( 'Charges VAT', 'counterfoil' ),
							description: __( 'Registered for VAT or a sales tax.', 'counterfoil' ),
						},
						{
							value: 'exempt',
							label: __( 'Is exempt from VAT', 'counterfoil' ),
							description: __( 'A small business, for example. Invoices say why.', 'counterfoil' ),
						},
						{
							value: 'none',
							label: __( 'Has nothing to do with VAT', 'counterfoil' ),
							description: __( 'Invoices name no tax.', 'counterfoil' ),
						},
					] }
					onChange={ ( status ) => set( { tax_status: status as TaxesInput[ 'tax_status' ] } ) }
				/>
				{ values.tax_status === 'exempt' && (
					<div className="counterfoil-form__row">
						<TextField
							label={ __( 'Reason for the exemption', 'counterfoil' ) }
							help={ __( 'Appears on every invoice, such as “§ 19 UStG”.', 'counterfoil' ) }
							maxLength={ 500 }
							{ ...form.field( 'exemption_reason' ) }
						/>
						<TextField
							label={ __( 'VATEX code (optional)', 'counterfoil' ) }
							help={ __( 'For electronic invoices, such as VATEX-EU-132.', 'counterfoil' ) }
							maxLength={ 40 }
							{ ...form.field( 'exemption_code' ) }
						/>
					</div>
				) }
				<SelectField
					label={ __( 'Currency of your VAT', 'counterfoil' ) }
					help={ __(
						'Invoices in another currency state their VAT in this one too, at the rate of the day before.',
						'counterfoil'
					) }
					options={ currencies() }
					none={ __( 'Same as your country', 'counterfoil' ) }
					{ ...form.field( 'tax_currency' ) }
				/>
			</Section>
			<Section
				title={ __( 'Numbers', 'counterfoil' ) }
				text={ __( 'Appear on every invoice. Invoices that were sent keep what they say.', 'counterfoil' ) }
			>
				<div className="counterfoil-form__row">
					<VatIdField country={ settings.stored.country } { ...form.field( 'vat_id' ) } />
					<TextField
						label={ __( 'Other tax number (optional)', 'counterfoil' ) }
						help={ __( 'Such as the Steuernummer in Germany.', 'counterfoil' ) }
						maxLength={ 40 }
						{ ...form.field( 'tax_number' ) }
					/>
				</div>
				<div className="counterfoil-form__row">
					<TextField
						label={ __( 'Legal name (optional)', 'counterfoil' ) }
						help={ __( 'Where it is another than the name of your business.', 'counterfoil' ) }
						maxLength={ 190 }
						{ ...form.field( 'legal_name' ) }
					/>
					<TextField
						label={ __( 'Registration number (optional)', 'counterfoil' ) }
						help={ __( 'KRS, HRB, SIREN, KVK.', 'counterfoil' ) }
						maxLength={ 40 }
						{ ...form.field( 'registration_number' ) }
					/>
				</div>
			</Section>
			<Section
				title={ __( 'Tax rates', 'counterfoil' ) }
				text={ __( 'The list to choose from on invoices and plans.', 'counterfoil' ) }
			>
				<RateRows taxes={ form } />
			</Section>
			<Section
				title={ __( 'Bank accounts', 'counterfoil' ) }
				text={ __( 'Where clients can transfer money to, by currency.', 'counterfoil' ) }
			>
				<AccountRows taxes={ form } />
			</Section>
		</SettingsForm>
	);
}
