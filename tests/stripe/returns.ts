import { card_of, settle_payment } from './confirmation';
import { open_dispute, close_dispute } from './disputes';
import type { Network } from './network';
import type { Charge } from './objects';

/** Does what banks do by themselves when their time has come: debits settle, and some come back. Each at its own moment. */
export function let_time_pass( net: Network ): void {
	const now = net.world.now();
	for ( const charge of net.world.all( 'charges' ).reverse() ) {
		if ( due( charge._settles_at, now ) && charge.status === 'pending' ) {
			net.world.at( charge._settles_at ?? now, () => settle( net, charge ) );
		}
		if ( due( charge._returns_at, now ) && charge.status === 'succeeded' && ! charge.disputed ) {
			net.world.at( charge._returns_at ?? now, () => give_back( net, charge ) );
		}
	}
}

function due( moment: number | null | undefined, now: number ): boolean {
	return typeof moment === 'number' && moment <= now;
}

function settle( net: Network, charge: Charge ): void {
	const { bank } = card_of( net.world.anywhere( 'payment_methods', charge.payment_method ) );
	charge._settles_at = null;
	settle_payment( net, net.world.anywhere( 'payment_intents', charge.payment_intent ), ! bank?.fails, bank?.fails );
}

/**
 * A debit that is returned is a dispute that is lost at once: there is nothing to answer.
 *
 * @see https://docs.stripe.com/payments/sepa-debit#disputed-payments
 */
function give_back( net: Network, charge: Charge ): void {
	const { bank } = card_of( net.world.anywhere( 'payment_methods', charge.payment_method ) );
	charge._returns_at = null;
	close_dispute( net, open_dispute( net, charge, { reason: bank?.returns?.reason ?? 'general' } ), 'lost' );
}
