import { RadioControl } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import type { Invoicing } from '../../../contract/invoices';
import type { FormPart } from '../../../shared/form/part';
import { RateField } from '../../../shared/form/rate-field';
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
