import { __ } from '@wordpress/i18n';
import type { PlanInput } from '../../contract/products';
import { boot } from '../../shared/boot';
import { Field } from '../../shared/field';
import { MoneyInput } from '../../shared/money-input';
import { SelectField } from '../../shared/select-field';
import { TextField } from '../../shared/text-field';
import './plan-fields.scss';
import { planSentence } from './plan-sentence';

/** A plan while it is typed: no amount yet is null. */
export type PlanDraft = Omit< PlanInput, 'price' > & { price: { amount: number | null; currency: string } };

export const newPlan = (): PlanDraft => ( {
	name: '',
	price: { amount: null, currency: boot().currency },
	type: 'one_time',
	interval: null,
} );

interface Props {
	readonly plan: PlanDraft;
	readonly errorOf: ( ...path: readonly PropertyKey[] ) => string | undefined;
	readonly onChange: ( changes: Partial< PlanDraft > ) => void;
}

const countLabels = {
	day: () => __( 'Every (days)', 'counterfoil' ),
	week: () => __( 'Every (weeks)', 'counterfoil' ),
	month: () => __( 'Every (months)', 'counterfoil' ),
	year: () => __( 'Every (years)', 'counterfoil' ),
};

/** Name, then amount, currency and rhythm on one line, then the sentence they make. */
export function PlanFields( { plan, errorOf, onChange }: Props ) {
	const rhythm = plan.interval ? plan.interval.unit : 'once';
	return (
		<div className="counterfoil-plan-fields">
			<TextField
				label={ __( 'Plan name', 'counterfoil' ) }
				value={ plan.name }
				error={ errorOf( 'name' ) }
				onChange={ ( name ) => onChange( { name } ) }
			/>
			<div className="counterfoil-plan-fields__line">
				<Field
					label={ __( 'Price', 'counterfoil' ) }
					error={ errorOf( 'price', 'amount' ) ?? errorOf( 'price' ) }
				>
					<MoneyInput
						amount={ plan.price.amount }
						currency={ plan.price.currency }
						onChange={ ( amount ) => onChange( { price: { ...plan.price, amount } } ) }
					/>
				</Field>
				<SelectField
					label={ __( 'Currency', 'counterfoil' ) }
					value={ plan.price.currency }
					options={ boot().currencies.map( ( { code } ) => ( { code, name: code } ) ) }
					error={ errorOf( 'price', 'currency' ) ?? errorOf( 'currency' ) }
					onChange={ ( currency ) => onChange( { price: { ...plan.price, currency } } ) }
				/>
				<SelectField
					label={ __( 'Billed', 'counterfoil' ) }
					value={ rhythm }
					options={ [
						{ code: 'once', name: __( 'once', 'counterfoil' ) },
						{ code: 'day', name: __( 'daily', 'counterfoil' ) },
						{ code: 'week', name: __( 'weekly', 'counterfoil' ) },
						{ code: 'month', name: __( 'monthly', 'counterfoil' ) },
						{ code: 'year', name: __( 'yearly', 'counterfoil' ) },
					] }
					error={ errorOf( 'interval', 'unit' ) ?? errorOf( 'interval' ) }
					onChange={ ( unit ) => onChange( rhythmOf( unit, plan.interval?.count ?? 1 ) ) }
				/>
				{ plan.interval && (
					<Field label={ countLabels[ plan.interval.unit ]() } error={ errorOf( 'interval', 'count' ) }>
						<input
							type="number"
							min={ 1 }
							max={ 365 }
							step={ 1 }
							value={ plan.interval.count || '' }
							onChange={ ( event ) =>
								onChange( rhythmOf( rhythm, Math.trunc( Number( event.target.value ) ) ) )
							}
						/>
					</Field>
				) }
			</div>
			<p className="counterfoil-plan-fields__sentence" aria-live="polite">
				{ planSentence( plan ) }
			</p>
		</div>
	);
}

function rhythmOf( unit: string, count: number ): Pick< PlanDraft, 'type' | 'interval' > {
	return unit === 'once'
		? { type: 'one_time', interval: null }
		: { type: 'recurring', interval: { unit: unit as 'day' | 'week' | 'month' | 'year', count } };
}
