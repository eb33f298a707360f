import { __ } from '@wordpress/i18n';
import type { PlanInput } from '../../contract/products';
import { boot } from '../../shared/boot';
import { MoneyField, type TypedMoney } from '../../shared/form/money-field';
import { NumberField } from '../../shared/form/number-field';
import type { FormPart } from '../../shared/form/part';
import { SelectField } from '../../shared/form/select-field';
import { TextField } from '../../shared/form/text-field';
import './plan-fields.scss';
import { noAgreement, PlanAgreement } from './plan-agreement';
import { PlanDefaults } from './plan-defaults';
import { planSentence } from './plan-sentence';

/** A plan while it is typed: no amount yet is null. */
export type PlanDraft = Omit< PlanInput, 'price' | 'setup_fee' | 'trial_days' | 'cycles' > & {
	price: TypedMoney;
	setup_fee: number | null;
	trial_days: number;
	cycles: number | null;
};

export const newPlan = (): PlanDraft => ( {
	name: '',
	price: { amount: null, currency: boot().currency },
	type: 'one_time',
	interval: null,
	unit_code: '',
	tax_rate_id: null,
	...noAgreement,
} );

export const countLabels = {
	day: () => __( 'Interval (days)', 'counterfoil' ),
	week: () => __( 'Interval (weeks)', 'counterfoil' ),
	month: () => __( 'Interval (months)', 'counterfoil' ),
	year: () => __( 'Interval (years)', 'counterfoil' ),
};

/** Name, then amount, currency and rhythm on one line, then the sentence they make. */
export function PlanFields( { plan }: { readonly plan: FormPart< PlanDraft > } ) {
	const { interval } = plan.values;
	const price = plan.part( 'price' );
	return (
		<div className="counterfoil-plan-fields">
			<TextField label={ __( 'Plan name', 'counterfoil' ) } { ...plan.field( 'name' ) } />
			<div className="counterfoil-plan-fields__line">
				<MoneyField label={ __( 'Price', 'counterfoil' ) } money={ price } />
				<SelectField
					label={ __( 'Currency', 'counterfoil' ) }
					options={ boot().currencies.map( ( { code } ) => ( { code, name: code } ) ) }
					{ ...price.field( 'currency' ) }
				/>
				<SelectField< Rhythm >
					label={ __( 'Billed', 'counterfoil' ) }
					value={ interval?.unit ?? 'once' }
					options={ [
						{ code: 'once', name: __( 'once', 'counterfoil' ) },
						{ code: 'day', name: __( 'daily', 'counterfoil' ) },
						{ code: 'week', name: __( 'weekly', 'counterfoil' ) },
						{ code: 'month', name: __( 'monthly', 'counterfoil' ) },
						{ code: 'year', name: __( 'yearly', 'counterfoil' ) },
					] }
					error={ plan.errorOf( 'interval', 'unit' ) ?? plan.errorOf( 'interval' ) }
					onChange={ ( unit ) => plan.set( rhythmOf( unit, interval?.count ?? 1 ) ) }
				/>
				{ interval && (
					<NumberField
						label={ countLabels[ interval.unit ]() }
						min={ 1 }
						max={ 365 }
						value={ interval.count || Number.NaN }
						error={ plan.errorOf( 'interval', 'count' ) }
						onChange={ ( count ) => plan.set( rhythmOf( interval.unit, Math.trunc( count || 0 ) ) ) }
					/>
				) }
			</div>
			{ interval && <PlanAgreement plan={ plan } /> }
			<PlanDefaults plan={ plan } />
			<p className="counterfoil-plan-fields__sentence" aria-live="polite">
				{ planSentence( plan.values ) }
			</p>
		</div>
	);
}

type Rhythm = 'once' | 'day' | 'week' | 'month' | 'year';

function rhythmOf( unit: Rhythm, count: number ): Partial< PlanDraft > {
	return unit === 'once'
		? { type: 'one_time', interval: null, ...noAgreement }
		: { type: 'recurring', interval: { unit, count } };
}
