import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { parseDecimal, typedDecimal } from '../decimal';
import type { FieldOf } from './part';
import { TextField } from './text-field';

interface Props extends FieldOf< string > {
	readonly label?: string;
	readonly help?: string;
}

/** A percentage, typed with comma or point. What is no number stays as it is, to be refused at the field. */
export function RateField( { label, help, value: rate, error, onChange }: Props ) {
	const [ typed, setTyped ] = useState( () => typedDecimal( rate ) );
	return (
		<TextField
			label={ label ?? __( 'Tax rate (percent)', 'counterfoil' ) }
			help={ help }
			inputMode="decimal"
			autoComplete="off"
			value={ ( parseDecimal( typed ) ?? typed ) === rate ? typed : typedDecimal( rate ) }
			error={
				error &&
				__( 'Enter a percentage from 0 to 100 with up to four decimals, for example 19 or 7.5.', 'counterfoil' )
			}
			onChange={ ( text ) => {
				setTyped( text );
				onChange( parseDecimal( text ) ?? text );
			} }
		/>
	);
}
