import { __, _n, sprintf } from '@wordpress/i18n';
import { formatMoney } from '../../../shared/money';
import type { PlanDraft } from './plan-fields';

/** What a client will pay, in a sentence, while the plan is typed. */
export function planSentence( { price, interval }: Pick< PlanDraft, 'price' | 'interval' > ): string {
	if ( price.amount === null ) {
		return __( 'Type a price.', 'counterfoil' );
	}
	const amount = formatMoney( { amount: price.amount, currency: price.currency } );
	if ( ! interval ) {
		/* translators: %s: amount */
		return sprintf( __( 'The client pays %s once.', 'counterfoil' ), amount );
	}
	const { unit, count } = interval;
	switch ( unit ) {
		case 'day':
			/* translators: 1: amount, 2: number of days */
			return sprintf(
				_n( 'The client pays %1$s every day.', 'The client pays %1$s every %2$d days.', count, 'counterfoil' ),
				amount,
				count
			);
		case 'week':
			/* translators: 1: amount, 2: number of weeks */
			return sprintf(
				_n(
					'The client pays %1$s every week.',
					'The client pays %1$s every %2$d weeks.',
					count,
					'counterfoil'
				),
				amount,
				count
			);
		case 'month':
			/* translators: 1: amount, 2: number of months */
			return sprintf(
				_n(
					'The client pays %1$s every month.',
					'The client pays %1$s every %2$d months.',
					count,
					'counterfoil'
				),
				amount,
				count
			);
		case 'year':
			/* translators: 1: amount, 2: number of years */
			return sprintf(
				_n(
					'The client pays %1$s every year.',
					'The client pays %1$s every %2$d years.',
					count,
					'counterfoil'
				),
				amount,
				count
			);
	}
}
