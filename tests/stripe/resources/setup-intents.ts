import { AUTHENTICATION_FAILED } from '../cards';
import { attach, card_of, check_method, next_action } from '../confirmation';
import { ApiError, refused } from '../errors';
import { caller_of_tenant, type Caller } from '../keys';
import { page, PAGE_PARAMS } from '../lists';
import { mandate_for } from '../mandates';
import type { Network } from '../network';
import type { ApiErrorBody, PaymentMethod, SetupIntent } from '../objects';
import type { Params } from '../params';
import { present, type Json } from '../present';
import type { Call, Route } from '../routes';
import { check_return_url, check_secret, confirming_method, intent_parts, retrieve } from './intent-parts';
import { method_from } from './payment-methods';

const BASE = '/v1/setup_intents';

const CONFIRMING = [ 'payment_method', 'payment_method_data', 'return_url', 'use_stripe_sdk' ];

/** @see https://docs.stripe.com/api/setup_intents */
export const setup_intents: readonly Route[] = [
	{ method: 'POST', path: BASE, run: create },
	{ method: 'GET', path: BASE, run: list_intents },
	retrieve( BASE, 'setup_intents' ),
	{
		method: 'POST',
		path: `${ BASE }/:id/confirm`,
		publishable: true,
		run: ( { net, caller, params, id } ) => {
			params.only( ...CONFIRMING, 'client_secret' );
			const intent = find( net, caller, id );
			check_secret( caller, intent, params );
			confirm_with( net, caller, intent, params );
			return intent;
		},
	},
	{ method: 'POST', path: `${ BASE }/:id/cancel`, run: cancel },
];

function find( net: Network, caller: Caller, id: string ): SetupIntent {
	return net.world.find( 'setup_intents', id, caller, 'intent' );
}

function create( { net, caller, params }: Call ): SetupIntent {
	params.only(
		...CONFIRMING,
		'automatic_payment_methods',
		'excluded_payment_method_types',
		'confirm',
		'customer',
		'description',
		'metadata',
		'payment_method_types',
		'usage'
	);
	const parts = intent_parts( net, caller, 'seti', params );
	const usage = params.oneOf( 'usage', [ 'on_session', 'off_session' ] ) ?? 'off_session';
	const confirming = params.boolean( 'confirm' ) === true;
	const method = method_from( net, caller, params );
	const intent = net.world.insert( 'setup_intents', caller, {
		...parts,
		object: 'setup_intent',
		application: null,
		flow_directions: null,
		last_setup_error: null,
		latest_attempt: null,
		mandate: null,
		single_use_mandate: null,
		payment_method: method?.id ?? null,
		status: method ? 'requires_confirmation' : 'requires_payment_method',
		usage,
	} );
	net.emit( caller, 'setup_intent.created', intent );
	if ( confirming ) {
		confirm_with( net, caller, intent, params );
	}
	return intent;
}

function confirm_with( net: Network, caller: Caller, intent: SetupIntent, params: Params ): void {
	if ( intent.status === 'succeeded' || intent.status === 'canceled' ) {
		throw unexpected( intent, 'confirm' );
	}
	const sdk = params.boolean( 'use_stripe_sdk' ) === true;
	const method = confirming_method( net, caller, intent, params );
	if ( ! method ) {
		throw refused(
			"You cannot confirm this SetupIntent because it's missing a payment method. Update the SetupIntent with a payment method and then confirm it again.",
			'setup_intent_unexpected_state',
			{ setup_intent: present( intent ) }
		);
	}
	const returnUrl = check_return_url( intent, params, sdk || caller.publishable );
	confirm_setup( net, intent, method, { sdk, returnUrl } );
}

/** @throws ApiError when the card cannot be saved. */
export function confirm_setup(
	net: Network,
	intent: SetupIntent,
	method: PaymentMethod,
	how: { sdk: boolean; returnUrl: string | null }
): void {
	check_method( intent, method );
	const card = card_of( method );
	const caller = caller_of_tenant( intent._tenant );
	intent.payment_method = method.id;
	intent.last_setup_error = null;
	intent._return_url = how.returnUrl;
	if ( card.decline && ! card.savable ) {
		throw fail( net, intent, method, { type: 'card_error', ...card.decline } );
	}
	if ( card.authentication !== 'never' ) {
		intent.status = 'requires_action';
		intent._attempt = method.id;
		intent.next_action = next_action( net, intent, how );
		net.emit( caller, 'setup_intent.requires_action', intent );
		return;
	}
	succeed( net, intent, method );
}

export function authenticate_setup( net: Network, intent: SetupIntent, passed: boolean ): void {
	const method = net.world.anywhere( 'payment_methods', intent._attempt ?? '' );
	intent._attempt = null;
	if ( passed ) {
		method._authenticated = true;
		succeed( net, intent, method );
		return;
	}
	fail( net, intent, method, {
		type: 'invalid_request_error',
		...AUTHENTICATION_FAILED,
		code: 'setup_intent_authentication_failure',
	} );
}

function succeed( net: Network, intent: SetupIntent, method: PaymentMethod ): void {
	intent.status = 'succeeded';
	intent.next_action = null;
	const { bank } = card_of( method );
	intent.mandate = bank ? mandate_for( net, intent, method, bank ) : null;
	if ( intent.customer !== null && method.customer === null ) {
		attach( net, method, intent.customer );
	}
	net.emit( caller_of_tenant( intent._tenant ), 'setup_intent.succeeded', intent );
}

function fail( net: Network, intent: SetupIntent, method: PaymentMethod, error: ApiErrorBody ): ApiError {
	intent.status = 'requires_payment_method';
	intent.payment_method = null;
	intent.next_action = null;
	intent.last_setup_error = { ...error, payment_method: present( method ) };
	net.emit( caller_of_tenant( intent._tenant ), 'setup_intent.setup_failed', intent );
	return new ApiError( 402, { ...error, setup_intent: present( intent ), payment_method: present( method ) }, true );
}

function cancel( { net, caller, params, id }: Call ): SetupIntent {
	params.only( 'cancellation_reason' );
	const reason = params.oneOf( 'cancellation_reason', [ 'abandoned', 'duplicate', 'requested_by_customer' ] );
	const intent = find( net, caller, id );
	if ( intent.status === 'succeeded' || intent.status === 'canceled' ) {
		throw unexpected( intent, 'cancel' );
	}
	intent.status = 'canceled';
	intent.cancellation_reason = reason ?? null;
	intent.next_action = null;
	net.emit( caller, 'setup_intent.canceled', intent );
	return intent;
}

function list_intents( { net, caller, params }: Call ): Json {
	params.only( ...PAGE_PARAMS, 'customer', 'payment_method' );
	const customer = params.text( 'customer' );
	const method = params.text( 'payment_method' );
	const all = net.world
		.all( 'setup_intents', caller.tenant )
		.filter( ( one ) => typeof customer !== 'string' || one.customer === customer )
		.filter( ( one ) => typeof method !== 'string' || one.payment_method === method );
	return page( BASE, all, params );
}

function unexpected( intent: SetupIntent, verb: string ): ApiError {
	return refused(
		`You cannot ${ verb } this SetupIntent because it has a status of ${ intent.status }.`,
		'setup_intent_unexpected_state',
		{ setup_intent: present( intent ) }
	);
}
