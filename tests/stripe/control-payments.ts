import { account_by_number, card_by_alias, card_by_number } from './cards';
import { authenticate_payment, confirm_payment, settle_payment } from './confirmation';
import type { ControlBody } from './control-body';
import { checked_currency } from './currencies';
import { ApiError, invalid } from './errors';
import { caller_of_tenant } from './keys';
import type { Network } from './network';
import type { PaymentIntent, SetupIntent } from './objects';
import { present, type Json } from './present';
import { make_method } from './resources/payment-methods';
import { refund, settle_refund } from './resources/refunds';
import { authenticate_setup, confirm_setup } from './resources/setup-intents';

const OUTCOMES = [ 'succeeded', 'failed' ] as const;

/**
 * Confirms an intent as the browser would. Body: `payment_intent` or `setup_intent`, `card` (number
 * or `pm_card_…`), `authenticate` (`complete` or `fail`; without it a 3-D Secure card waits),
 * `created` (unix seconds: when it happened), `held` (a debit waits until it is advanced, whatever the clock says). A declined card is no error here.
 */
export function pay( net: Network, body: ControlBody ): Json {
	const wanted = body.text( 'card' ) ?? '4242424242424242';
	const card = card_by_number( wanted ) ?? card_by_alias( wanted ) ?? account_by_number( wanted );
	if ( ! card ) {
		throw invalid( `No such test card: ${ wanted }`, 'card' );
	}
	const answer =
		body.text( 'authenticate' ) === undefined ? null : body.oneOf( 'authenticate', [ 'complete', 'fail' ] );
	const setup = body.text( 'setup_intent' );
	const intent =
		setup === undefined
			? net.world.anywhere( 'payment_intents', body.required( 'payment_intent' ) )
			: net.world.anywhere( 'setup_intents', setup );
	const created = body.integer( 'created' );
	if ( created !== undefined && created < intent.created ) {
		date_back( net, intent, created );
	}
	return net.world.at( created, () => {
		const method = make_method( net, caller_of_tenant( intent._tenant ), card );
		declines_are_fine( () => {
			if ( intent.object === 'setup_intent' ) {
				confirm_setup( net, intent, method, { sdk: true, returnUrl: null } );
			} else {
				confirm_payment( net, intent, {
					method,
					offSession: false,
					sdk: true,
					returnUrl: null,
					testCardsInLive: true,
				} );
			}
		} );
		if ( body.flag( 'held' ) === true && intent.object === 'payment_intent' && intent.latest_charge ) {
			net.world.anywhere( 'charges', intent.latest_charge )._settles_at = null;
		}
		if ( answer && intent.status === 'requires_action' ) {
			authenticate( net, intent, answer === 'complete' );
		}
		return present( intent );
	} );
}

export function authenticate( net: Network, intent: PaymentIntent | SetupIntent, passed: boolean ): void {
	if ( intent.object === 'setup_intent' ) {
		authenticate_setup( net, intent, passed );
	} else {
		authenticate_payment( net, intent, passed );
	}
}

/** Settles what is `processing` (`outcome`: succeeded, failed) or answers 3-D Secure when that is what it waits for. */
export function advance( net: Network, id: string, body: ControlBody ): Json {
	const intent = net.world.anywhere( 'payment_intents', id );
	const succeeded = body.oneOf( 'outcome', OUTCOMES ) === 'succeeded';
	return net.world.at( body.integer( 'created' ), () => {
		if ( intent.status === 'requires_action' ) {
			authenticate_payment( net, intent, succeeded );
		} else {
			settle_payment( net, intent, succeeded );
		}
		return present( intent );
	} );
}

/** Refunds as from Stripe's dashboard: `payment_intent`, `amount`, `reason`, `created`. */
export function give_back( net: Network, body: ControlBody ): Json {
	const intent = net.world.anywhere( 'payment_intents', body.required( 'payment_intent' ) );
	const charge = net.world.anywhere( 'charges', intent.latest_charge ?? '' );
	return net.world.at( body.integer( 'created' ), () =>
		present( refund( net, charge, body.integer( 'amount' ), body.text( 'reason' ) ?? null, {} ) )
	);
}

export function advance_refund( net: Network, id: string, body: ControlBody ): Json {
	const made = net.world.anywhere( 'refunds', id );
	settle_refund( net, made, body.oneOf( 'outcome', OUTCOMES ) === 'succeeded' );
	return present( made );
}

/**
 * Makes an intent succeed with another amount or currency than it was asked for. Stripe never does
 * this; whoever reads the answer has to notice all the same.
 */
export function tamper( net: Network, body: ControlBody ): Json {
	const intent = net.world.anywhere( 'payment_intents', body.required( 'payment_intent' ) );
	const currency = body.text( 'currency' );
	const asked = { amount: intent.amount, currency: intent.currency };
	const amount = body.integer( 'amount' ) ?? intent.amount;
	const taken = { amount, currency: checked_currency( currency ?? intent.currency ) };
	if ( intent.status === 'succeeded' ) {
		const charge = net.world.anywhere( 'charges', intent.latest_charge ?? '' );
		const booked = net.world.anywhere( 'balance_transactions', charge.balance_transaction ?? '' );
		Object.assign( intent, taken, { amount_received: amount } );
		Object.assign( charge, taken, { amount_captured: amount } );
		Object.assign( booked, taken, { net: amount - booked.fee } );
		net.emit( caller_of_tenant( intent._tenant ), 'payment_intent.succeeded', intent );
		return { asked, ...present( intent ) };
	}
	Object.assign( intent, taken );
	return { asked, ...pay( net, body ) };
}

/** The events of its making are dated back with it: nothing happens before it exists. */
function date_back( net: Network, intent: PaymentIntent | SetupIntent, created: number ): void {
	intent.created = created;
	for ( const event of net.world.all( 'events', intent._tenant ) ) {
		if ( event.data.object.id === intent.id && event.created > created ) {
			event.created = created;
			event.data.object.created = created;
		}
	}
}

function declines_are_fine( act: () => void ): void {
	try {
		act();
	} catch ( error ) {
		if ( ! ( error instanceof ApiError ) || error.status !== 402 ) {
			throw error;
		}
	}
}
