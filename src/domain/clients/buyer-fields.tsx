import { __ } from '@wordpress/i18n';
import { VatIdField } from './vat-id-field';
import type { ClientInput } from '../../contract/clients';
import type { FormPart } from '../../shared/form/part';
import { SelectField } from '../../shared/form/select-field';
import { TextField } from '../../shared/form/text-field';

/** A client as tax offices know it: decides how it is taxed. */
export function BuyerFields( { client }: { readonly client: FormPart< ClientInput > } ) {
	const { kind = 'business', vat_id: vatId = '', address } = client.values;
	return (
		<>
			<div className="counterfoil-form__row">
				<SelectField
					label={ __( 'Client type', 'counterfoil' ) }
					value={ kind }
					options={ [
						{ code: 'business', name: __( 'Business', 'counterfoil' ) },
						{ code: 'consumer', name: __( 'Consumer', 'counterfoil' ) },
						{ code: 'public_body', name: __( 'Public body', 'counterfoil' ) },
					] }
					error={ client.errorOf( 'kind' ) }
					onChange={ ( chosen ) =>
						client.set( { kind: chosen, ...( chosen === 'consumer' ? { vat_id: '' } : {} ) } )
					}
				/>
				{ kind === 'consumer' ? (
					<TextField
						label={ __( 'Tax ID (optional)', 'counterfoil' ) }
						autoComplete="off"
						{ ...client.field( 'tax_id' ) }
					/>
				) : (
					<VatIdField
						country={ address.country }
						value={ vatId }
						error={ client.errorOf( 'vat_id' ) }
						onChange={ ( typed ) => client.set( { vat_id: typed } ) }
					/>
				) }
			</div>
			{ kind !== 'consumer' && (
				<div className="counterfoil-form__row">
					<TextField
						label={ __( 'Other tax ID (optional)', 'counterfoil' ) }
						autoComplete="off"
						{ ...client.field( 'tax_id' ) }
					/>
					<TextField
						label={ __( 'Registration number (optional)', 'counterfoil' ) }
						autoComplete="off"
						value={ client.values.registration_number ?? '' }
						error={ client.errorOf( 'registration_number' ) }
						onChange={ ( typed ) => client.set( { registration_number: typed } ) }
					/>
				</div>
			) }
			{ kind !== 'consumer' && (
				<TextField
					label={ __( 'Buyer reference (optional)', 'counterfoil' ) }
					help={ __(
						'The reference that the client needs on invoices, for example a Leitweg-ID or cost center.',
						'counterfoil'
					) }
					autoComplete="off"
					value={ client.values.buyer_reference ?? '' }
					error={ client.errorOf( 'buyer_reference' ) }
					onChange={ ( typed ) => client.set( { buyer_reference: typed } ) }
				/>
			) }
		</>
	);
}
