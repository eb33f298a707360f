import { __, sprintf } from '@wordpress/i18n';
import { Amounts } from '../../../shared/form/amounts';
import type { FormPart } from '../../../shared/form/part';
import { RateField } from '../../../shared/form/rate-field';
import { SelectField } from '../../../shared/form/select-field';
import type { RiseDraft } from './draft';

type Value = RiseDraft[ 'value' ];

/** By how much: a percentage, or an amount in each currency. */
export function IncreaseFields( { value }: { readonly value: FormPart< Value > } ) {
	const isPercent = value.values.type === 'percent';
	return (
		<>
			<div className="counterfoil-form__row">
				<SelectField< Value[ 'type' ] >
					label={ __( 'Raise by', 'counterfoil' ) }
					options={ [
						{ code: 'percent', name: __( 'Percentage', 'counterfoil' ) },
						{ code: 'amount', name: __( 'Amount', 'counterfoil' ) },
					] }
					{ ...value.field( 'type' ) }
				/>
				{ isPercent && (
					<RateField label={ __( 'Increase (%)', 'counterfoil' ) } { ...value.field( 'percent' ) } />
				) }
			</div>
			{ ! isPercent && (
				<Amounts
					field={ value.field( 'amounts' ) }
					item={ ( index ) => value.item( 'amounts', index ) }
					label={ __( 'Added per unit', 'counterfoil' ) }
					removeLabel={ ( currency ) =>
						/* translators: %s: currency code */
						sprintf( __( 'Remove the amount in %s', 'counterfoil' ), currency )
					}
				/>
			) }
		</>
	);
}
