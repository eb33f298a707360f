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
					label={ __( 'Tax name', 'counterfoil' ) }
					help={ __( 'For example, VAT. Leave empty to charge no tax.', 'counterfoil' ) }
					maxLength={ 40 }
					{ ...invoicing.field( 'tax_name' ) }
				/>
				<RateField { ...invoicing.field( 'tax_rate' ) } />
			</div>
			<RadioControl
				label={ __( 'Prices', 'counterfoil' ) }
				selected={ invoicing.values.tax_mode }
				options={ [
					{
						value: 'exclusive',
						label: __( 'Exclude tax', 'counterfoil' ),
						description: __( 'Tax is added to the price.', 'counterfoil' ),
					},
					{
						value: 'inclusive',
						label: __( 'Include tax', 'counterfoil' ),
						description: __( 'Tax is included in the price.', 'counterfoil' ),
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
			label={ __( 'Tax rate (percent)', 'counterfoil' ) }
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
