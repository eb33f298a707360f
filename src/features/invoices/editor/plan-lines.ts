import { __, sprintf } from '@wordpress/i18n';
import type { Plan, Product } from '../../../contract/products';
import { typedMoney } from '../../../shared/money';
import { type DraftLine, newLine, type TypedTax } from './draft';

/** A plan as lines: their words and prices are their own from here on. What is asked for once is a line beside it. */
export function linesOfPlan( product: Product, plan: Plan, tax: TypedTax | null ): [ DraftLine, ...DraftLine[] ] {
	const description = product.name === plan.name ? plan.name : `${ product.name }: ${ plan.name }`;
	const line = {
		...newLine( tax ),
		plan_id: plan.id,
		isRecurring: plan.interval !== null,
		...( plan.trial_days > 0 ? { trialDays: plan.trial_days } : {} ),
		description,
		price: typedMoney( plan.price.amount, plan.price.currency ),
	};
	if ( plan.setup_fee.amount === 0 ) {
		return [ line ];
	}
	const fee = {
		...newLine( tax ),
		/* translators: %s: what is billed */
		description: sprintf( __( 'Set-up fee: %s', 'counterfoil' ), description ),
		price: typedMoney( plan.setup_fee.amount, plan.setup_fee.currency ),
	};
	return [ line, fee ];
}
