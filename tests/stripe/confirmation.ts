import { AUTHENTICATION_FAILED, AUTHENTICATION_REQUIRED, card_by_alias, type Decline, type TestCard } from './cards';
import { capture, create_charge } from './charging';
import { ApiError, invalid, refused } from './errors';
import { caller_of_tenant } from './keys';
import type { Network } from './network';
import type { ApiErrorBody, NextAction, PaymentIntent, PaymentMethod, SetupIntent } from './objects';
import { present } from './present';

export interface Confirmation {
	method: PaymentMethod;
	offSession: boolean;
	/** Stripe.js sends it: it will handle the next action itself. */
	sdk: boolean;
	returnUrl: string | null;
	/** Set by the control API only: live mode refuses test cards, but history has to be seeded somehow. */
	testCardsInLive?: boolean;
}

const LIVE_MODE_TEST_CARD: Decline = {
	code: 'card_declined',
	decline_code: 'live_mode_test_card',
	message: 'Your card was declined. Your request was in live mode, but used a known test card.',
};

const SLOW_FAILURE: Decline = {
	code: 'card_declined',
	decline_code: 'generic_decline',
	message: 'The payment failed.',
};

const NO_CARD = new Error( 'A payment method of the fake always has a test card.' );

export function card_of( method: PaymentMethod ): TestCard {
	const card = card_by_alias( method._card );
	if ( ! card ) {
		throw NO_CARD;
	}
	return card;
}

/** @throws ApiError when the card is declined; the intent has been changed by then, as at Stripe. */
export function confirm_payment( net: Network, intent: PaymentIntent, how: Confirmation ): void {
	check_confirmable( intent );
	check_method( intent, how.method );
	const card = card_of( how.method );
	intent.payment_method = how.method.id;
	intent.last_payment_error = null;
	intent._return_url = how.returnUrl;
	if ( intent.livemode && ! how.testCardsInLive ) {
		throw fail_payment( net, intent, how.method, LIVE_MODE_TEST_CARD, card );
	}
	const asks = card.authentication === 'always' || ( card.authentication === 'setup' && ! how.method._authenticated );
	if ( asks && how.offSession ) {
		throw fail_payment( net, intent, how.method, AUTHENTICATION_REQUIRED, card );
	}
	if ( asks ) {
		intent.status = 'requires_action';
		intent._attempt = how.method.id;
		intent.next_action = next_action( net, intent, { ...how, atBank: card.bank !== undefined } );
		net.emit( caller_of_tenant( intent._tenant ), 'payment_intent.requires_action', intent );
		return;
	}
	charge_now( net, intent, how.method );
}

/** The customer has answered 3-D Secure. Never throws: the page reads the intent to see what came of it. */
export function authenticate_payment( net: Network, intent: PaymentIntent, passed: boolean ): void {
	const method = net.world.anywhere( 'payment_methods', intent._attempt ?? '' );
	intent.next_action = null;
	intent._attempt = null;
	if ( ! passed ) {
		intent.status = 'requires_payment_method';
		intent.payment_method = null;
		intent.last_payment_error = {
			type: 'invalid_request_error',
			...AUTHENTICATION_FAILED,
			payment_method: present( method ),
		};
		net.emit( caller_of_tenant( intent._tenant ), 'payment_intent.payment_failed', intent );
		return;
	}
	method._authenticated = true;
	try {
		charge_now( net, intent, method );
	} catch ( error ) {
		if ( ! ( error instanceof ApiError ) ) {
			throw error;
		}
	}
}

/** What a payment in `processing` ends in. */
export function settle_payment(
	net: Network,
	intent: PaymentIntent,
	succeeded: boolean,
	why: Decline | null = null
): void {
	if ( intent.status !== 'processing' || ! intent.latest_charge || ! intent._attempt ) {
		throw refused( `${ intent.id } is ${ intent.status }, not processing.`, 'not_processing' );
	}
	const charge = net.world.anywhere( 'charges', intent.latest_charge );
	const method = net.world.anywhere( 'payment_methods', intent._attempt );
	intent._attempt = null;
	charge._settles_at = null;
	if ( succeeded ) {
		capture( net, charge );
		succeed( net, intent, method );
		return;
	}
	const failure = why ?? SLOW_FAILURE;
	charge.status = 'failed';
	charge.failure_code = why?.decline_code ?? failure.code;
	charge.failure_message = failure.message;
	net.emit( caller_of_tenant( charge._tenant ), 'charge.failed', charge );
	back_to_start( net, intent, method, { type: 'card_error', ...failure, charge: charge.id } );
}

function charge_now( net: Network, intent: PaymentIntent, method: PaymentMethod ): void {
	const card = card_of( method );
	if ( card.decline ) {
		throw fail_payment( net, intent, method, card.decline, card );
	}
	create_charge( net, intent, method, card, null );
	intent.next_action = null;
	if ( card.slow ) {
		intent.status = 'processing';
		intent._attempt = method.id;
		net.emit( caller_of_tenant( intent._tenant ), 'payment_intent.processing', intent );
		return;
	}
	succeed( net, intent, method );
}

function succeed( net: Network, intent: PaymentIntent, method: PaymentMethod ): void {
	const caller = caller_of_tenant( intent._tenant );
	intent.status = 'succeeded';
	intent.amount_received = intent.amount;
	if ( intent.customer && intent.setup_future_usage && ! method.customer ) {
		attach( net, method, intent.customer );
	}
	method._consumed = method.customer === null;
	net.emit( caller, 'payment_intent.succeeded', intent );
}

export function attach( net: Network, method: PaymentMethod, customer: string ): void {
	method.customer = customer;
	net.emit( caller_of_tenant( method._tenant ), 'payment_method.attached', method );
}

/** Records the decline and returns the error to be thrown. */
function fail_payment(
	net: Network,
	intent: PaymentIntent,
	method: PaymentMethod,
	decline: Decline,
	card: TestCard
): ApiError {
	const charge = create_charge( net, intent, method, card, decline );
	const body: ApiErrorBody = { type: 'card_error', ...decline, charge: charge.id };
	back_to_start( net, intent, method, body );
	return new ApiError( 402, { ...body, payment_intent: present( intent ), payment_method: present( method ) }, true );
}

function back_to_start( net: Network, intent: PaymentIntent, method: PaymentMethod, error: ApiErrorBody ): void {
	intent.status = 'requires_payment_method';
	intent.payment_method = null;
	intent.next_action = null;
	intent.last_payment_error = {
		...error,
		...( error.code
			? { doc_url: `https://stripe.com/docs/error-codes/${ error.code.replace( /_/g, '-' ) }` }
			: {} ),
		payment_method: present( method ),
	};
	net.emit( caller_of_tenant( intent._tenant ), 'payment_intent.payment_failed', intent );
}

/** @see https://docs.stripe.com/payments/3d-secure/authentication-flow */
export function next_action(
	net: Network,
	intent: PaymentIntent | SetupIntent,
	how: Pick< Confirmation, 'sdk' | 'returnUrl' > & { atBank?: boolean }
): NextAction {
	const url = `${ net.origin }/3ds/${ intent.id }?secret=${ intent.client_secret }`;
	const leaves = how.returnUrl !== null && ( ! how.sdk || how.atBank === true || net.authentication === 'redirect' );
	return leaves
		? { type: 'redirect_to_url', redirect_to_url: { return_url: how.returnUrl, url } }
		: { type: 'use_stripe_sdk', use_stripe_sdk: { type: 'three_d_secure_redirect', stripe_js: url } };
}

function check_confirmable( intent: PaymentIntent ): void {
	if ( intent.status === 'succeeded' || intent.status === 'canceled' || intent.status === 'processing' ) {
		const why = {
			succeeded: 'it has already succeeded after being previously confirmed',
			canceled: 'it has a status of canceled',
			processing: 'it has a status of processing',
		}[ intent.status ];
		throw refused( `You cannot confirm this PaymentIntent because ${ why }.`, 'payment_intent_unexpected_state', {
			payment_intent: present( intent ),
		} );
	}
}

/** @see https://docs.stripe.com/api/payment_methods/attach */
export function check_method( intent: PaymentIntent | SetupIntent, method: PaymentMethod ): void {
	if ( method._consumed ) {
		throw invalid(
			'The provided PaymentMethod was previously used with a PaymentIntent without Customer attachment, shared with a connected account without Customer attachment, or was detached from a Customer. It may not be used again. To use a PaymentMethod multiple times, you must attach it to a Customer first.',
			'payment_method',
			'payment_method_unexpected_state'
		);
	}
	if ( method.customer !== null && method.customer !== intent.customer ) {
		throw invalid(
			intent.customer === null
				? `The PaymentMethod ${ method.id } belongs to the Customer ${ method.customer }. Please include the Customer in the \`customer\` parameter on the PaymentIntent.`
				: `The customer does not have a payment method with the ID ${ method.id }. The payment method must be attached to the customer.`,
			'payment_method'
		);
	}
}
