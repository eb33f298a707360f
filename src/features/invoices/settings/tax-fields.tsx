import { RadioControl } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import type { Invoicing } from '../../../contract/invoices';
import type { FormPart } from '../../../shared/form/part';

/** Whether the prices of new invoices have the tax in them. */
export function TaxFields( { invoicing }: { readonly invoicing: FormPart< Invoicing > } ) {
	return (
		<>
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
			<p className="counterfoil-panel__quiet">
				<a href="#/settings/taxes">{ __( 'Edit tax rates and the default rate', 'counterfoil' ) }</a>
			</p>
		</>
	);
}
