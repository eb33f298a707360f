import { __ } from '@wordpress/i18n';
import { howToWriteAmount } from '../../shared/form/amount-words';
import { Field } from '../../shared/form/field';
import { MoneyInput } from '../../shared/form/money-field';
import { NumberField } from '../../shared/form/number-field';
import type { FormPart } from '../../shared/form/part';
import type { PlanDraft } from './plan-fields';

export const noAgreement = { trial_days: 0, setup_fee: 0, cycles: null };

/** What subscriptions to the plan begin with: free days, a fee once, and an end. */
export function PlanAgreement( { plan }: { readonly plan: FormPart< PlanDraft > } ) {
	const { price, setup_fee: setupFee, trial_days: trialDays, cycles } = plan.values;
	return (
		<fieldset className="counterfoil-plan-fields__agreement">
			<legend>{ __( 'When you start a subscription', 'counterfoil' ) }</legend>
			<NumberField
				label={ __( 'Trial (days)', 'counterfoil' ) }
				min={ 0 }
				max={ 730 }
				value={ trialDays }
				error={ plan.errorOf( 'trial_days' ) }
				onChange={ ( days ) => plan.set( { trial_days: days } ) }
			/>
			<Field
				label={ __( 'Set-up fee', 'counterfoil' ) }
				error={
					plan.errorOf( 'setup_fee' ) && setupFee === null
						? howToWriteAmount( price.currency )
						: plan.errorOf( 'setup_fee' )
				}
			>
				<MoneyInput
					amount={ setupFee }
					currency={ price.currency }
					onChange={ ( amount ) => plan.set( { setup_fee: amount } ) }
				/>
			</Field>
			<NumberField
				label={ __( 'Ends after (periods)', 'counterfoil' ) }
				help={ __( 'Empty: until it’s canceled.', 'counterfoil' ) }
				min={ 1 }
				max={ 1000 }
				value={ cycles ?? Number.NaN }
				error={ plan.errorOf( 'cycles' ) }
				onChange={ ( count ) => plan.set( { cycles: Number.isNaN( count ) ? null : count } ) }
			/>
		</fieldset>
	);
}
