import { RadioControl } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { type Taxes, taxesInput, type TaxesInput, type TaxRateInput } from '../../contract/taxes';
import { SelectField } from '../../shared/form/select-field';
import { TextField } from '../../shared/form/text-field';
import { Loaded } from '../../shared/loaded';
import { countries, currencies } from '../../shared/names';
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

/** "VAT 23% (Poland)", "Exempt: § 4 Nr. 21 UStG" */
function rateName( { name, rate, country, category, reason }: TaxRateInput ): string {
	const what = category === 'E' && reason ? `${ name }: ${ reason }` : `${ name } ${ rate }%`;
	return country ? `${ what } (${ countries().find( ( { code } ) => code === country )?.name ?? country })` : what;
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
				text={ __( 'The default for new lines. You can change it on each line.', 'counterfoil' ) }
			>
				<RadioControl
					label={ __( 'Your business', 'counterfoil' ) }
					selected={ values.tax_status }
					options={ [
						{
							value: 'active',
							label: __( 'Charges VAT', 'counterfoil' ),
							description: __( 'Registered for VAT or sales tax.', 'counterfoil' ),
						},
						{
							value: 'exempt',
							label: __( 'Exempt from VAT', 'counterfoil' ),
							description: __(
								'For example, a small business. Invoices state the reason.',
								'counterfoil'
							),
						},
						{
							value: 'none',
							label: __( 'Not subject to VAT', 'counterfoil' ),
							description: __( 'Invoices don’t show tax.', 'counterfoil' ),
						},
					] }
					onChange={ ( status ) => set( { tax_status: status as TaxesInput[ 'tax_status' ] } ) }
				/>
				{ values.tax_status === 'exempt' && (
					<div className="counterfoil-form__row">
						<TextField
							label={ __( 'Exemption reason', 'counterfoil' ) }
							help={ __( 'Appears on every invoice. For example: § 19 UStG', 'counterfoil' ) }
							maxLength={ 500 }
							{ ...form.field( 'exemption_reason' ) }
						/>
						<TextField
							label={ __( 'VATEX code (optional)', 'counterfoil' ) }
							help={ __( 'For electronic invoices. For example: VATEX-EU-132', 'counterfoil' ) }
							maxLength={ 40 }
							{ ...form.field( 'exemption_code' ) }
						/>
					</div>
				) }
				{ values.tax_status === 'active' && (
					<SelectField
						label={ __( 'Default tax rate', 'counterfoil' ) }
						help={ __(
							'New lines start with this rate. Choose from your tax rates below.',
							'counterfoil'
						) }
						none={ __( 'None', 'counterfoil' ) }
						options={ values.rates.map( ( rate, index ) => ( {
							code: String( index ),
							name: rateName( rate ),
						} ) ) }
						value={ values.default_rate === null ? '' : String( values.default_rate ) }
						error={ form.errorOf( 'default_rate' ) }
						onChange={ ( index ) => set( { default_rate: index === '' ? null : Number( index ) } ) }
					/>
				) }
				<SelectField
					label={ __( 'VAT currency', 'counterfoil' ) }
					help={ __(
						'Invoices in other currencies also show the VAT in this currency, at the previous day’s exchange rate.',
						'counterfoil'
					) }
					options={ currencies() }
					none={ __( 'Same as your country', 'counterfoil' ) }
					{ ...form.field( 'tax_currency' ) }
				/>
			</Section>
			<Section
				title={ __( 'Numbers', 'counterfoil' ) }
				text={ __( 'Appears on every invoice. Sent invoices don’t change.', 'counterfoil' ) }
			>
				<div className="counterfoil-form__row">
					<VatIdField country={ settings.stored.country } { ...form.field( 'vat_id' ) } />
					<TextField
						label={ __( 'Other tax number (optional)', 'counterfoil' ) }
						help={ __( 'For example, the Steuernummer in Germany.', 'counterfoil' ) }
						maxLength={ 40 }
						{ ...form.field( 'tax_number' ) }
					/>
				</div>
				<div className="counterfoil-form__row">
					<TextField
						label={ __( 'Legal name (optional)', 'counterfoil' ) }
						help={ __( 'If it’s different from your business name.', 'counterfoil' ) }
						maxLength={ 190 }
						{ ...form.field( 'legal_name' ) }
					/>
					<TextField
						label={ __( 'Registration number (optional)', 'counterfoil' ) }
						help={ __( 'For example KRS, HRB, SIREN or KVK.', 'counterfoil' ) }
						maxLength={ 40 }
						{ ...form.field( 'registration_number' ) }
					/>
				</div>
			</Section>
			<Section
				title={ __( 'Tax rates', 'counterfoil' ) }
				text={ __( 'The rates you can choose on invoices and plans.', 'counterfoil' ) }
			>
				<RateRows taxes={ form } />
			</Section>
			<Section
				title={ __( 'Bank accounts', 'counterfoil' ) }
				text={ __( 'Bank accounts for bank transfers, by currency.', 'counterfoil' ) }
			>
				<AccountRows taxes={ form } />
			</Section>
		</SettingsForm>
	);
}
