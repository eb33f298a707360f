import { __ } from '@wordpress/i18n';
import type { Invoicing } from '../../../contract/invoices';
import type { FormPart } from '../../../shared/form/part';
import { SelectField } from '../../../shared/form/select-field';

interface Props {
	readonly invoicing: FormPart< Invoicing >;
}

/** What clients are billed with. */
export function ProFormaFields( { invoicing }: Props ) {
	const { value, error } = invoicing.field( 'bill_as' );
	return (
		<div className="counterfoil-settings__short">
			<SelectField
				label={ __( 'Bill with', 'counterfoil' ) }
				help={ __( 'You can choose differently for a client and on each bill.', 'counterfoil' ) }
				value={ value ?? 'invoice' }
				error={ error }
				options={ [
					{ code: 'invoice', name: __( 'Invoice', 'counterfoil' ) },
					{ code: 'pro_forma', name: __( 'Pro forma invoice', 'counterfoil' ) },
				] }
				onChange={ ( chosen ) => invoicing.set( { bill_as: chosen } ) }
			/>
		</div>
	);
}
