import { RadioControl } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { Invoicing } from '../../../contract/invoices';
import { parseDecimal, typedDecimal } from '../../../shared/decimal';
import type { FieldOf, FormPart } from '../../../shared/form/part';
import { TextField } from '../../../shared/form/text-field';

/** The tax new lines begin with; without a name there is none. */
export function TaxFields( { invoicing }: { readonly invoicing: FormPart< Invoicing > } ) {
	return (
		<>
			<div className="counterfoil-form__row">
				<TextField
					label={ __( 'Name of the tax', 'counterfoil' ) }
					help={ __( '“VAT”, for example. Leave it empty to charge no tax.', 'counterfoil' ) }
					maxLength={ 40 }
					{ ...invoicing.field( 'tax_name' ) }
				/>
				<RateField { ...invoicing.field( 'tax_rate' ) } />
			</div>
			<RadioControl
				label={ __( 'Prices are typed', 'counterfoil' ) }
				selected={ invoicing.values.tax_mode }
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
				onChange={ ( mode ) => invoicing.set( { tax_mode: mode === 'inclusive' ? 'inclusive' : 'exclusive' } ) }
			/>
		</>
	);
}

/** A percentage, typed with comma or point. What is no number stays as it is, to be refused at the field. */
function RateField( { value: rate, error, onChange }: FieldOf< string > ) {
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
