import { CheckboxControl, RadioControl } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import type { FirstBill } from '../../../contract/subscriptions';
import type { Term } from '../../../contract/subscriptions/items';
import { countLabels } from '../../../domain/products/plan-fields';
import { NumberField } from '../../../shared/form/number-field';
import type { FormPart } from '../../../shared/form/part';
import { SelectField } from '../../../shared/form/select-field';
import { TextField } from '../../../shared/form/text-field';
import { type Draft, isPast } from './draft';

/** How often it is billed. */
export function Rhythm( { form }: { readonly form: FormPart< Draft > } ) {
	const rhythm = form.part( 'interval' );
	return (
		<>
			<SelectField
				label={ __( 'Billed', 'counterfoil' ) }
				options={ [
					{ code: 'day', name: __( 'daily', 'counterfoil' ) },
					{ code: 'week', name: __( 'weekly', 'counterfoil' ) },
					{ code: 'month', name: __( 'monthly', 'counterfoil' ) },
					{ code: 'year', name: __( 'yearly', 'counterfoil' ) },
				] }
				{ ...rhythm.field( 'unit' ) }
			/>
			<NumberField
				label={ countLabels[ form.values.interval.unit ]() }
				min={ 1 }
				max={ 365 }
				{ ...rhythm.field( 'count' ) }
			/>
		</>
	);
}

/** How long the client stays at least, and how long before they say that they don't. */
function Terms( { form }: { readonly form: FormPart< Draft > } ) {
	const term = form.values.term ?? { months: 0, notice_days: 0, renews: false };
	const set = ( changed: Partial< Term > ) => form.set( { term: { ...term, ...changed } } );
	return (
		<>
			<div className="counterfoil-form__row">
				<NumberField
					label={ __( 'Minimum term (months)', 'counterfoil' ) }
					help={ __( '0: none.', 'counterfoil' ) }
					min={ 0 }
					max={ 120 }
					value={ term.months }
					error={ form.errorOf( 'term', 'months' ) }
					onChange={ ( months ) => set( { months } ) }
				/>
				<NumberField
					label={ __( 'Notice (days)', 'counterfoil' ) }
					min={ 0 }
					max={ 365 }
					value={ term.notice_days }
					error={ form.errorOf( 'term', 'notice_days' ) }
					onChange={ ( days ) => set( { notice_days: days } ) }
				/>
			</div>
			{ term.months > 0 && (
				<CheckboxControl
					label={ __( 'The term renews unless the client gives notice in time', 'counterfoil' ) }
					checked={ term.renews }
					onChange={ ( renews ) => set( { renews } ) }
				/>
			) }
		</>
	);
}

/** When it begins, how often it is billed, and when it ends. */
export function Schedule( { form }: { readonly form: FormPart< Draft > } ) {
	const { cycles } = form.values;
	return (
		<section className="counterfoil-panel counterfoil-panel--spaced" aria-labelledby="counterfoil-start-schedule">
			<h2 id="counterfoil-start-schedule">{ __( 'Schedule', 'counterfoil' ) }</h2>
			<div className="counterfoil-form__row">
				<Rhythm form={ form } />
				<NumberField
					label={ __( 'Ends after (periods)', 'counterfoil' ) }
					help={ __( 'Empty: until it’s canceled.', 'counterfoil' ) }
					min={ 1 }
					max={ 1000 }
					value={ cycles ?? Number.NaN }
					error={ form.errorOf( 'cycles' ) }
					onChange={ ( count ) => form.set( { cycles: Number.isNaN( count ) ? null : count } ) }
				/>
				<TextField type="date" label={ __( 'Start date', 'counterfoil' ) } { ...form.field( 'starts_on' ) } />
				<NumberField
					label={ __( 'Trial (days)', 'counterfoil' ) }
					min={ 0 }
					max={ 730 }
					{ ...form.field( 'trial_days' ) }
				/>
			</div>
			<Terms form={ form } />
			{ isPast( form.values ) && (
				<RadioControl
					label={ __( 'The start date has passed. What should be invoiced?', 'counterfoil' ) }
					selected={ form.values.first_bill }
					options={ [
						{
							value: 'start',
							label: __( 'All periods since then', 'counterfoil' ),
							description: __( 'They’re invoiced right away.', 'counterfoil' ),
						},
						{
							value: 'current',
							label: __( 'The current period', 'counterfoil' ),
							description: __( 'It’s invoiced right away. Earlier periods aren’t.', 'counterfoil' ),
						},
						{
							value: 'next',
							label: __( 'From the next period', 'counterfoil' ),
							description: __( 'Nothing is invoiced until then.', 'counterfoil' ),
						},
					] }
					onChange={ ( next ) => form.set( { first_bill: next as FirstBill } ) }
				/>
			) }
		</section>
	);
}
