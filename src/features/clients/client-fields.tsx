import { useMemo } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { ClientInput } from '../../contract/clients';
import { AddressFields } from '../../shared/address-fields';
import { Field } from '../../shared/field';
import { currencies, languages } from '../../shared/names';
import { TextField } from '../../shared/text-field';

interface Props {
	readonly values: ClientInput;
	readonly errorOf: ( ...path: readonly PropertyKey[] ) => string | undefined;
	readonly onChange: ( changes: Partial< ClientInput > ) => void;
}

/** What stands on a client's invoices besides its name, and how they are made. */
export function ClientFields( { values, errorOf, onChange }: Props ) {
	const currencyList = useMemo( currencies, [] );
	const languageList = languages( values.locale );
	return (
		<>
			<div className="counterfoil-form__row">
				<TextField
					label={ __( 'Billing e-mail (optional)', 'counterfoil' ) }
					help={ __( 'Gets every invoice, besides the contacts.', 'counterfoil' ) }
					type="email"
					autoComplete="off"
					value={ values.email }
					error={ errorOf( 'email' ) }
					onChange={ ( email ) => onChange( { email } ) }
				/>
				<TextField
					label={ __( 'Phone (optional)', 'counterfoil' ) }
					type="tel"
					autoComplete="off"
					value={ values.phone }
					error={ errorOf( 'phone' ) }
					onChange={ ( phone ) => onChange( { phone } ) }
				/>
			</div>
			<AddressFields
				address={ values.address }
				errorOf={ ( name ) => errorOf( 'address', name ) }
				onChange={ ( address ) => onChange( { address } ) }
			/>
			<TextField
				label={ __( 'Tax ID (optional)', 'counterfoil' ) }
				autoComplete="off"
				value={ values.tax_id }
				error={ errorOf( 'tax_id' ) }
				onChange={ ( id ) => onChange( { tax_id: id } ) }
			/>
			<div className="counterfoil-form__row">
				<Field label={ __( 'Currency', 'counterfoil' ) } error={ errorOf( 'currency' ) }>
					<select
						value={ values.currency }
						onChange={ ( event ) => onChange( { currency: event.target.value } ) }
					>
						{ currencyList.map( ( { code, name } ) => (
							<option key={ code } value={ code }>
								{ name }
							</option>
						) ) }
					</select>
				</Field>
				<Field label={ __( 'Language of invoices and mails', 'counterfoil' ) } error={ errorOf( 'locale' ) }>
					<select
						value={ values.locale }
						onChange={ ( event ) => onChange( { locale: event.target.value } ) }
					>
						<option value="">{ __( 'As your business', 'counterfoil' ) }</option>
						{ languageList.map( ( { code, name } ) => (
							<option key={ code } value={ code }>
								{ name }
							</option>
						) ) }
					</select>
				</Field>
			</div>
		</>
	);
}
