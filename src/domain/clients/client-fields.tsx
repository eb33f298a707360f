import { __ } from '@wordpress/i18n';
import type { ClientInput } from '../../contract/clients';
import { BuyerFields } from './buyer-fields';
import { AddressFields } from '../../shared/form/address-fields';
import { CurrencyAndLanguage } from '../../shared/form/currency-and-language';
import type { FormPart } from '../../shared/form/part';
import { SelectField } from '../../shared/form/select-field';
import { TextField } from '../../shared/form/text-field';

/** What stands on a client's invoices besides its name, and how they are made. */
export function ClientFields( { client }: { readonly client: FormPart< ClientInput > } ) {
	const billAs = client.field( 'bill_as' );
	return (
		<>
			<div className="counterfoil-form__row">
				<TextField
					label={ __( 'Billing email (optional)', 'counterfoil' ) }
					help={ __( 'Gets every invoice, in addition to the contacts.', 'counterfoil' ) }
					type="email"
					autoComplete="off"
					{ ...client.field( 'email' ) }
				/>
				<TextField
					label={ __( 'Phone (optional)', 'counterfoil' ) }
					type="tel"
					autoComplete="off"
					{ ...client.field( 'phone' ) }
				/>
			</div>
			<AddressFields address={ client.part( 'address' ) } />
			<BuyerFields client={ client } />
			<CurrencyAndLanguage
				currency={ client.field( 'currency' ) }
				locale={ client.field( 'locale' ) }
				noLanguage={ __( 'Same as business', 'counterfoil' ) }
			/>
			<SelectField
				label={ __( 'Bill with', 'counterfoil' ) }
				value={ billAs.value ?? '' }
				error={ billAs.error }
				none={ __( 'Same as business', 'counterfoil' ) }
				options={ [
					{ code: 'invoice', name: __( 'Invoice', 'counterfoil' ) },
					{ code: 'pro_forma', name: __( 'Pro forma invoice', 'counterfoil' ) },
				] }
				onChange={ ( chosen ) => client.set( { bill_as: chosen } ) }
			/>
		</>
	);
}
