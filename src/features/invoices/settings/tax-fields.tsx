import { RadioControl } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { Invoicing } from '../../../contract/invoices';
import { parseDecimal, typedDecimal } from '../../../shared/decimal';
import { TextField } from '../../../shared/text-field';

interface Props {
	readonly values: Invoicing;
	readonly errorOf: ( name: keyof Invoicing ) => string | undefined;
	readonly onChange: ( changes: Partial< Invoicing > ) => void;
}

/** The tax new lines begin with; without a name there is none. */
export function TaxFields( { values, errorOf, onChange }: Props ) {
	return (
		<>
			<div className="counterfoil-form__row">
				<TextField
					label={ __( 'Name of the tax', 'counterfoil' ) }
					help={ __( '“VAT”, for example. Leave it empty to charge no tax.', 'counterfoil' ) }
					maxLength={ 40 }
					value={ values.tax_name }
					error={ errorOf( 'tax_name' ) }
					onChange={ ( name ) => onChange( { tax_name: name } ) }
				/>
				<RateField
					rate={ values.tax_rate }
					error={ errorOf( 'tax_rate' ) }
					onChange={ ( rate ) => onChange( { tax_rate: rate } ) }
				/>
			</div>
			<RadioControl
				label={ __( 'Prices are typed', 'counterfoil' ) }
				selected={ values.tax_mode }
				options={ [
					{
						value: 'exclusive',
						label: __( 'Without tax', 'counterfoil' ),
						description: __( 'The tax is added to the price.', 'counterfoil' ),
					},
					{
						value: 'inclusive',
						label: __( 'With tax', 'counterfoil' ),
						description: __( 'The tax is in the price already.', 'counterfoil' ),
					},
				] }
				onChange={ ( mode ) => onChange( { tax_mode: mode === 'inclusive' ? 'inclusive' : 'exclusive' } ) }
			/>
		</>
	);
}

interface RateProps {
	readonly rate: string;
	readonly error: string | undefined;
	readonly onChange: ( rate: string ) => void;
}

/** A percentage, typed with comma or point. What is no number stays as it is, to be refused at the field. */
function RateField( { rate, error, onChange }: RateProps ) {
	const [ typed, setTyped ] = useState( () => typedDecimal( rate ) );
	return (
		<TextField
			label={ __( 'Rate in percent', 'counterfoil' ) }
			inputMode="decimal"
			autoComplete="off"
			value={ ( parseDecimal( typed ) ?? typed ) === rate ? typed : typedDecimal( rate ) }
			error={ error && __( 'Type a percentage from 0 to 100, with at most four decimals.', 'counterfoil' ) }
			onChange={ ( text ) => {
				setTyped( text );
				onChange( parseDecimal( text ) ?? text );
			} }
		/>
	);
}
