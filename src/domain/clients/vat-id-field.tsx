import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { call } from '../../shared/api';
import type { FieldOf } from '../../shared/form/part';
import { TextField } from '../../shared/form/text-field';

interface Props extends FieldOf< string > {
	/** Whose it is, ISO 3166-1; may be empty. */
	readonly country: string;
}

/** A VAT ID: as soon as it is left, it is tidied, and its form and check digits are looked at. */
export function VatIdField( { country, value, error, onChange }: Props ) {
	const [ found, setFound ] = useState< { of: string; problem: string } | undefined >();
	const check = async () => {
		if ( value.trim() === '' ) {
			return;
		}
		try {
			const { vat_id: tidy, problem } = await call( 'taxes.check-vat-id', { body: { vat_id: value, country } } );
			setFound( problem ? { of: tidy, problem } : undefined );
			if ( tidy !== value ) {
				onChange( tidy );
			}
		} catch {
			// It is checked again when it is saved.
		}
	};
	return (
		<TextField
			label={ __( 'VAT ID (optional)', 'counterfoil' ) }
			help={ __( 'Starts with the country code, for example DE123456788.', 'counterfoil' ) }
			maxLength={ 40 }
			autoComplete="off"
			value={ value }
			error={ error ?? ( found?.of === value ? found.problem : undefined ) }
			onChange={ onChange }
			onBlur={ () => void check() }
		/>
	);
}
