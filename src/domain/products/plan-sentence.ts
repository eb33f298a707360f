import { __, _n, sprintf } from '@wordpress/i18n';
import { formatMoney } from '../../shared/money';
import { rhythm } from './rhythm';
import type { PlanDraft } from './plan-fields';

type Priced = Pick< PlanDraft, 'price' | 'interval' > &
	Partial< Pick< PlanDraft, 'trial_days' | 'setup_fee' | 'cycles' > >;

/** What a client will pay, in sentences, while the plan is typed. */
export function planSentence( { price, interval, ...agreement }: Priced ): string {
	if ( price.amount === null ) {
		return __( 'Enter a price.', 'counterfoil' );
	}
	const amount = formatMoney( { amount: price.amount, currency: price.currency } );
	if ( ! interval ) {
		return sprintf(
			/* translators: %s: amount */
			__( 'The client pays %s once.', 'counterfoil' ),
			amount
		);
	}
	const { trial_days: days = 0, setup_fee: fee = 0, cycles = null } = agreement;
	return [
		sprintf(
			/* translators: 1: amount, 2: "every month", "every 3 months" */
			__( 'The client pays %1$s %2$s.', 'counterfoil' ),
			amount,
			rhythm( interval )
		),
		days > 0 &&
			sprintf(
				/* translators: %d: number of days */
				_n( 'The first %d day is free.', 'The first %d days are free.', days, 'counterfoil' ),
				days
			),
		fee !== null &&
			fee > 0 &&
			sprintf(
				/* translators: %s: amount */
				__( 'The first invoice adds a set-up fee of %s.', 'counterfoil' ),
				formatMoney( { amount: fee, currency: price.currency } )
			),
		cycles !== null &&
			cycles > 0 &&
			sprintf(
				/* translators: %d: number of periods */
				_n( 'It ends after %d period.', 'It ends after %d periods.', cycles, 'counterfoil' ),
				cycles
			),
	]
		.filter( Boolean )
		.join( ' ' );
}
