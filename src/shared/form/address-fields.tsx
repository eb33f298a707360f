import { useMemo } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { Address } from '../../contract/common';
import { countries } from '../names';
import type { FormPart } from './part';
import { SelectField } from './select-field';
import { TextField } from './text-field';

export const noAddress: Address = { line1: '', line2: '', postcode: '', city: '', region: '', country: '' };

/** An address, in the order it is written on an envelope. */
export function AddressFields( { address }: { readonly address: FormPart< Address > } ) {
	const list = useMemo( countries, [] );
	const line = ( name: keyof Address, label: string ) => (
		<TextField label={ label } autoComplete="off" { ...address.field( name ) } />
	);
	return (
		<>
			{ line( 'line1', __( 'Street address', 'counterfoil' ) ) }
			{ line( 'line2', __( 'Apartment, suite, floor (optional)', 'counterfoil' ) ) }
			<div className="counterfoil-form__row">
				{ line( 'postcode', __( 'Postal code', 'counterfoil' ) ) }
				{ line( 'city', __( 'City', 'counterfoil' ) ) }
			</div>
			<div className="counterfoil-form__row">
				{ line( 'region', __( 'State, province or region (optional)', 'counterfoil' ) ) }
				<SelectField
					label={ __( 'Country', 'counterfoil' ) }
					options={ list }
					none={ __( 'Not set', 'counterfoil' ) }
					{ ...address.field( 'country' ) }
				/>
			</div>
		</>
	);
}
