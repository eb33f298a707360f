import { __ } from '@wordpress/i18n';
import type { PlanInput } from '../../../contract/catalog';
import { boot } from '../../../shared/boot';
import { Field } from '../../../shared/field';
import { MoneyInput } from '../../../shared/money-input';
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

/** Name, then amount, currency and rhythm on one line, then the sentence they make. */
export function PlanFields( { plan, errorOf, onChange }: Props ) {
	const rhythm = plan.interval ? plan.interval.unit : 'once';
	return (
		<div className="counterfoil-plan-fields">
			<Field label={ __( 'Plan name', 'counterfoil' ) } error={ errorOf( 'name' ) }>
				<input
					type="text"
					value={ plan.name }
					placeholder={ __( 'Standard', 'counterfoil' ) }
					onChange={ ( event ) => onChange( { name: event.target.value } ) }
				/>
			</Field>
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
				<Field
					label={ __( 'Currency', 'counterfoil' ) }
					error={ errorOf( 'price', 'currency' ) ?? errorOf( 'currency' ) }
				>
					<select
						value={ plan.price.currency }
						onChange={ ( event ) => onChange( { price: { ...plan.price, currency: event.target.value } } ) }
					>
						{ boot().currencies.map( ( { code } ) => (
							<option key={ code }>{ code }</option>
						) ) }
					</select>
				</Field>
				<Field
					label={ __( 'Billed', 'counterfoil' ) }
					error={ errorOf( 'interval', 'unit' ) ?? errorOf( 'interval' ) }
				>
					<select
						value={ rhythm }
						onChange={ ( event ) => onChange( rhythmOf( event.target.value, plan.interval?.count ?? 1 ) ) }
					>
						<option value="once">{ __( 'once', 'counterfoil' ) }</option>
						<option value="day">{ __( 'every … days', 'counterfoil' ) }</option>
						<option value="week">{ __( 'every … weeks', 'counterfoil' ) }</option>
						<option value="month">{ __( 'every … months', 'counterfoil' ) }</option>
						<option value="year">{ __( 'every … years', 'counterfoil' ) }</option>
					</select>
				</Field>
				{ plan.interval && (
					<Field label={ __( 'Every', 'counterfoil' ) } error={ errorOf( 'interval', 'count' ) }>
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
