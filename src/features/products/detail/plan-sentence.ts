import { __, _n, sprintf } from '@wordpress/i18n';
import { formatMoney } from '../../../shared/money';
import type { PlanDraft } from './plan-fields';

type Unit = 'day' | 'week' | 'month' | 'year';

const every: Record< Unit, ( count: number ) => string > = {
	day: ( count ) =>
		count === 1
			? __( 'every day', 'counterfoil' )
			: /* translators: %d: number of days */
				sprintf( _n( 'every %d day', 'every %d days', count, 'counterfoil' ), count ),
	week: ( count ) =>
		count === 1
			? __( 'every week', 'counterfoil' )
			: /* translators: %d: number of weeks */
				sprintf( _n( 'every %d week', 'every %d weeks', count, 'counterfoil' ), count ),
	month: ( count ) =>
		count === 1
			? __( 'every month', 'counterfoil' )
			: /* translators: %d: number of months */
				sprintf( _n( 'every %d month', 'every %d months', count, 'counterfoil' ), count ),
	year: ( count ) =>
		count === 1
			? __( 'every year', 'counterfoil' )
			: /* translators: %d: number of years */
				sprintf( _n( 'every %d year', 'every %d years', count, 'counterfoil' ), count ),
};

/** What a client will pay, in a sentence, while the plan is typed. */
export function planSentence( { price, interval }: Pick< PlanDraft, 'price' | 'interval' > ): string {
	if ( price.amount === null ) {
		return __( 'Type a price.', 'counterfoil' );
	}
	const amount = formatMoney( { amount: price.amount, currency: price.currency } );
	return interval
		? sprintf(
				/* translators: 1: amount, 2: "every month", "every 3 months" */
				__( 'The client pays %1$s %2$s.', 'counterfoil' ),
				amount,
				every[ interval.unit ]( interval.count )
			)
		: sprintf(
				/* translators: %s: amount */
				__( 'The client pays %s once.', 'counterfoil' ),
				amount
			);
}
