import { __ } from '@wordpress/i18n';
import type { FormPart } from '../../shared/form/part';
import { SelectField } from '../../shared/form/select-field';
import { useRead } from '../../shared/store';
import { taxName } from '../../shared/tax-name';
import { units } from '../../shared/units';
import type { PlanDraft } from './plan-fields';

/** What lines of the plan begin with: the unit and the tax. */
export function PlanDefaults( { plan }: { readonly plan: FormPart< PlanDraft > } ) {
	const { data } = useRead( 'taxes.get', {} );
	const { unit_code: unit = '', tax_rate_id: rateId = null, interval } = plan.values;
	return (
		<div className="counterfoil-form__row">
			<SelectField
				label={ __( 'Unit', 'counterfoil' ) }
				value={ unit }
				options={ units() }
				none={ interval ? __( 'Same as billing interval', 'counterfoil' ) : __( 'Not set', 'counterfoil' ) }
				error={ plan.errorOf( 'unit_code' ) }
				onChange={ ( chosen ) => plan.set( { unit_code: chosen } ) }
			/>
			<SelectField
				label={ __( 'Tax rate', 'counterfoil' ) }
				value={ String( rateId ?? '' ) }
				options={ ( data?.rates ?? [] ).map( ( rate ) => ( {
					code: String( rate.id ),
					name: rate.country ? `${ taxName( rate ) } (${ rate.country })` : taxName( rate ),
				} ) ) }
				none={ __( 'Your default rate', 'counterfoil' ) }
				error={ plan.errorOf( 'tax_rate_id' ) }
				onChange={ ( chosen ) => plan.set( { tax_rate_id: Number( chosen ) || null } ) }
			/>
		</div>
	);
}
