import { __ } from '@wordpress/i18n';
import { NumberField } from '../../shared/form/number-field';
import type { FormPart } from '../../shared/form/part';
import { SelectField } from '../../shared/form/select-field';
import { TextField } from '../../shared/form/text-field';
import type { CouponDraft } from './coupon-draft';
import './coupon-fields.scss';
import { ScopeField } from './scope-field';
import { ValueFields } from './value-fields';

type Count = 'cycles' | 'max_uses' | 'max_uses_per_client';

/** What it is called, what it takes off, for how long, how often, and of what. */
export function CouponFields( { coupon }: { readonly coupon: FormPart< CouponDraft > } ) {
	const count = ( name: Count, max: number ) => ( {
		min: name === 'cycles' ? 2 : 1,
		max,
		value: coupon.values[ name ] ?? Number.NaN,
		error: coupon.errorOf( name ),
		onChange: ( typed: number ) => coupon.set( { [ name ]: Number.isNaN( typed ) ? null : typed } ),
	} );
	return (
		<div className="counterfoil-coupon-fields">
			<div className="counterfoil-coupon-fields__pair">
				<TextField
					label={ __( 'Code', 'counterfoil' ) }
					help={ __( 'What clients or staff enter, for example SPRING-25.', 'counterfoil' ) }
					autoComplete="off"
					autoCapitalize="characters"
					spellCheck={ false }
					maxLength={ 40 }
					{ ...coupon.field( 'code' ) }
				/>
				<TextField
					label={ __( 'Name', 'counterfoil' ) }
					help={ __( 'Shown on the invoice.', 'counterfoil' ) }
					autoComplete="off"
					maxLength={ 100 }
					{ ...coupon.field( 'name' ) }
				/>
			</div>
			<ValueFields value={ coupon.part( 'value' ) } />
			<div className="counterfoil-coupon-fields__pair">
				<SelectField< CouponDraft[ 'duration' ] >
					label={ __( 'Duration', 'counterfoil' ) }
					help={ __( 'On a single invoice it counts once.', 'counterfoil' ) }
					options={ [
						{ code: 'once', name: __( 'Once', 'counterfoil' ) },
						{ code: 'cycles', name: __( 'A number of bills', 'counterfoil' ) },
						{ code: 'forever', name: __( 'On every bill', 'counterfoil' ) },
					] }
					{ ...coupon.field( 'duration' ) }
				/>
				{ coupon.values.duration === 'cycles' && (
					<NumberField label={ __( 'Number of bills', 'counterfoil' ) } { ...count( 'cycles', 120 ) } />
				) }
			</div>
			<div className="counterfoil-coupon-fields__pair">
				<NumberField
					label={ __( 'Total uses (optional)', 'counterfoil' ) }
					{ ...count( 'max_uses', 1_000_000 ) }
				/>
				<NumberField
					label={ __( 'Uses per client (optional)', 'counterfoil' ) }
					{ ...count( 'max_uses_per_client', 1_000_000 ) }
				/>
			</div>
			<div className="counterfoil-coupon-fields__pair">
				<TextField
					label={ __( 'Valid from (optional)', 'counterfoil' ) }
					type="date"
					{ ...coupon.field( 'valid_from' ) }
				/>
				<TextField
					label={ __( 'Valid until (optional)', 'counterfoil' ) }
					type="date"
					{ ...coupon.field( 'valid_until' ) }
				/>
			</div>
			<ScopeField
				{ ...coupon.field( 'scope' ) }
				error={ coupon.errorOf( 'product_ids' ) ?? coupon.errorOf( 'plan_ids' ) }
			/>
		</div>
	);
}
