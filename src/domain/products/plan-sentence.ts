import { __, sprintf } from '@wordpress/i18n';
import { formatMoney } from '../../shared/money';
import { rhythm } from './rhythm';
import type { PlanDraft } from './plan-fields';

/** What a client will pay, in a sentence, while the plan is typed. */
export function planSentence( { price, interval }: Pick< PlanDraft, 'price' | 'interval' > ): string {
	if ( price.amount === null ) {
		return __( 'Enter a price.', 'counterfoil' );
	}
	const amount = formatMoney( { amount: price.amount, currency: price.currency } );
	return interval
		? sprintf(
				/* translators: 1: amount, 2: "every month", "every 3 months" */
				__( 'The client pays %1$s %2$s.', 'counterfoil' ),
				amount,
				rhythm( interval )
			)
		: sprintf(
				/* translators: %s: amount */
				__( 'The client pays %s once.', 'counterfoil' ),
				amount
			);
}
