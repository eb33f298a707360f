import { useMemo } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { Address } from '../contract/common';
import { countries } from './names';
import { SelectField } from './select-field';
import { TextField } from './text-field';

export const noAddress: Address = { line1: '', line2: '', postcode: '', city: '', region: '', country: '' };

interface Props {
	readonly address: Address;
	readonly errorOf: ( name: keyof Address ) => string | undefined;
	readonly onChange: ( address: Address ) => void;
}

/** An address, in the order it is written on an envelope. */
export function AddressFields( { address, errorOf, onChange }: Props ) {
	const list = useMemo( countries, [] );
	const part = ( name: keyof Address, label: string ) => (
		<TextField
			label={ label }
			value={ address[ name ] }
			autoComplete="off"
			error={ errorOf( name ) }
			onChange={ ( value ) => onChange( { ...address, [ name ]: value } ) }
		/>
	);
	return (
		<>
			{ part( 'line1', __( 'Street and number', 'counterfoil' ) ) }
			{ part( 'line2', __( 'Building, floor (optional)', 'counterfoil' ) ) }
			<div className="counterfoil-form__row">
				{ part( 'postcode', __( 'Postcode', 'counterfoil' ) ) }
				{ part( 'city', __( 'City', 'counterfoil' ) ) }
			</div>
			<div className="counterfoil-form__row">
				{ part( 'region', __( 'State or region (optional)', 'counterfoil' ) ) }
				<SelectField
					label={ __( 'Country', 'counterfoil' ) }
					value={ address.country }
					options={ list }
					none={ __( 'Not chosen', 'counterfoil' ) }
					error={ errorOf( 'country' ) }
					onChange={ ( country ) => onChange( { ...address, country } ) }
				/>
			</div>
		</>
	);
}
