import { __ } from '@wordpress/i18n';
import type { ClientInput } from '../../contract/clients';
import { AddressFields } from '../../shared/address-fields';
import { CurrencyAndLanguage } from '../../shared/currency-and-language';
import { TextField } from '../../shared/text-field';

interface Props {
	readonly values: ClientInput;
	readonly errorOf: ( ...path: readonly PropertyKey[] ) => string | undefined;
	readonly onChange: ( changes: Partial< ClientInput > ) => void;
}

/** What stands on a client's invoices besides its name, and how they are made. */
export function ClientFields( { values, errorOf, onChange }: Props ) {
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
			<CurrencyAndLanguage
				values={ values }
				noLanguage={ __( 'As your business', 'counterfoil' ) }
				errorOf={ errorOf }
				onChange={ onChange }
			/>
		</>
	);
}
