import { __, sprintf } from '@wordpress/i18n';
import type { SubscriptionRow } from '../../contract/subscriptions/subscription';
import { formatDay, plusDays } from '../../shared/dates';

type Dated = Pick<
	SubscriptionRow,
	'state' | 'is_held' | 'is_cancellation_requested' | 'ends_on' | 'resume_on' | 'trial_until'
>;

/** What is ahead of it besides its next renewal: that it waits, its last day, that it resumes or begins to be paid for; empty for nothing. */
export function whatNext( subscription: Dated ): string {
	const { state, is_held: isHeld, ends_on: endsOn, resume_on: resumesOn, trial_until: trialUntil } = subscription;
	if ( state === 'cancelled' ) {
		return '';
	}
	if ( subscription.is_cancellation_requested ) {
		return __( 'Cancellation requested', 'counterfoil' );
	}
	if ( isHeld ) {
		return __( 'On hold', 'counterfoil' );
	}
	if ( endsOn ) {
		/* translators: %s: date */
		return sprintf( __( 'Ends %s', 'counterfoil' ), formatDay( plusDays( endsOn, -1 ) ) );
	}
	if ( resumesOn ) {
		/* translators: %s: date */
		return sprintf( __( 'Resumes %s', 'counterfoil' ), formatDay( resumesOn ) );
	}
	if ( state === 'trial' && trialUntil ) {
		/* translators: %s: date */
		return sprintf( __( 'Until %s', 'counterfoil' ), formatDay( plusDays( trialUntil, -1 ) ) );
	}
	return '';
}
