import { confirm_payment } from '../confirmation';
import { check_amount, checked_currency } from '../currencies';
import { invalid, refused } from '../errors';
import type { Caller } from '../keys';
import { page, PAGE_PARAMS, search } from '../lists';
import { is_revoked } from '../mandates';
import type { Network } from '../network';
import type { PaymentIntent } from '../objects';
import type { Params } from '../params';
import { present, type Json } from '../present';
import type { Call, Route } from '../routes';
import { check_return_url, check_secret, confirming_method, intent_parts, retrieve } from './intent-parts';
import { details_of } from './payment-details';
import { method_from } from './payment-methods';

const BASE = '/v1/payment_intents';

const CHANGEABLE = [
	'amount',
	'currency',
	'customer',
	'description',
	'metadata',
	'payment_method',
	'payment_method_data',
	'payment_method_types',
	'receipt_email',
	'setup_future_usage',
	'statement_descriptor',
	'statement_descriptor_suffix',
];

const CONFIRMING = [
	'payment_method',
	'payment_method_data',
	'return_url',
	'off_session',
	'use_stripe_sdk',
	'setup_future_usage',
	'receipt_email',
	'payment_method_types',
	'error_on_requires_action',
];

/** @see https://docs.stripe.com/api/payment_intents */
export const payment_intents: readonly Route[] = [
	{
		method: 'GET',
		path: `${ BASE }/search`,
		run: ( { net, caller, params } ) =>
			search( `${ BASE }/search`, net.world.all( 'payment_intents', caller.tenant ), params ),
	},
	{ method: 'POST', path: BASE, run: create },
	{ method: 'GET', path: BASE, run: list_intents },
	retrieve( BASE, 'payment_intents' ),
	{ method: 'POST', path: `${ BASE }/:id`, run: update },
	{ method: 'POST', path: `${ BASE }/:id/confirm`, publishable: true, run: confirm },
	{ method: 'POST', path: `${ BASE }/:id/cancel`, run: cancel },
];

function find( net: Network, caller: Caller, id: string ): PaymentIntent {
	return net.world.find( 'payment_intents', id, caller, 'intent' );
}

function create( { net, caller, params }: Call ): PaymentIntent {
	params.only(
		...CHANGEABLE,
		...CONFIRMING,
		'automatic_payment_methods',
		'excluded_payment_method_types',
		'confirm',
		'capture_method',
		'confirmation_method'
	);
	const amount = params.requiredInteger( 'amount' );
	const currency = checked_currency( params.required( 'currency' ) );
	check_amount( amount, currency );
	if ( ( params.text( 'confirmation_method' ) ?? 'automatic' ) !== 'automatic' ) {
		throw invalid( 'The fake knows automatic confirmation only.', 'confirmation_method' );
	}
	const parts = intent_parts( net, caller, 'pi', params );
	const details = details_of( params );
	const capture_method = params.oneOf( 'capture_method', [ 'automatic', 'automatic_async' ] );
	const confirming = params.boolean( 'confirm' ) === true;
	const method = method_from( net, caller, params );
	const intent = net.world.insert( 'payment_intents', caller, {
		...parts,
		object: 'payment_intent',
		amount,
		amount_capturable: 0,
		amount_details: { tip: {} },
		amount_received: 0,
		application: null,
		application_fee_amount: null,
		canceled_at: null,
		capture_method: capture_method ?? 'automatic_async',
		confirmation_method: 'automatic',
		currency,
		last_payment_error: null,
		latest_charge: null,
		processing: null,
		receipt_email: null,
		review: null,
		setup_future_usage: null,
		shipping: null,
		source: null,
		statement_descriptor: null,
		statement_descriptor_suffix: null,
		transfer_data: null,
		transfer_group: null,
		...details,
		payment_method: method?.id ?? null,
		status: method ? 'requires_confirmation' : 'requires_payment_method',
	} );
	net.emit( caller, 'payment_intent.created', intent );
	if ( confirming ) {
		confirm_with( net, caller, intent, params );
	}
	return intent;
}

function update( { net, caller, params, id }: Call ): PaymentIntent {
	params.only( ...CHANGEABLE );
	const intent = find( net, caller, id );
	const amount = params.integer( 'amount' ) ?? intent.amount;
	const currency = checked_currency( params.text( 'currency' ) ?? intent.currency );
	const closed = intent.status === 'succeeded' || intent.status === 'canceled' || intent.status === 'processing';
	const forMoney = [
		'amount',
		'currency',
		'customer',
		'payment_method',
		'payment_method_data',
		'setup_future_usage',
	];
	if ( closed && forMoney.some( ( name ) => params.has( name ) ) ) {
		throw refused(
			`This PaymentIntent's ${ forMoney.find( ( name ) => params.has( name ) ) } could not be updated because it has a status of ${ intent.status }.`,
			'payment_intent_unexpected_state',
			{ payment_intent: present( intent ) }
		);
	}
	check_amount( amount, currency );
	const customer = params.text( 'customer' );
	if ( typeof customer === 'string' ) {
		net.world.find( 'customers', customer, caller, 'customer', 'parameter' );
	}
	const details = details_of( params );
	const metadata = params.metadata( intent.metadata );
	const method = method_from( net, caller, params );
	Object.assign( intent, { amount, currency, metadata }, details );
	intent.customer = customer === undefined ? intent.customer : customer;
	intent.description = params.has( 'description' )
		? ( params.text( 'description', 1000 ) ?? null )
		: intent.description;
	if ( method ) {
		intent.payment_method = method.id;
		intent.status = 'requires_confirmation';
	}
	net.world.touch();
	return intent;
}

function confirm( { net, caller, params, id }: Call ): PaymentIntent {
	params.only( ...CONFIRMING, 'client_secret' );
	const intent = find( net, caller, id );
	check_secret( caller, intent, params );
	if ( ! caller.publishable ) {
		Object.assign( intent, details_of( params ) );
	}
	confirm_with( net, caller, intent, params );
	return intent;
}

function confirm_with( net: Network, caller: Caller, intent: PaymentIntent, params: Params ): void {
	const sdk = params.boolean( 'use_stripe_sdk' ) === true;
	const offSession = params.text( 'off_session' ) ?? 'false';
	const named = confirming_method( net, caller, intent, params );
	if ( ! named ) {
		throw refused(
			"You cannot confirm this PaymentIntent because it's missing a payment method. You can either update the PaymentIntent with a payment method and then confirm it again, or confirm it again directly with a payment method or ConfirmationToken.",
			'payment_intent_unexpected_state',
			{ payment_intent: present( intent ) }
		);
	}
	if ( is_revoked( net, named ) ) {
		throw refused(
			'The provided mandate is invalid and can not be used for the payment intent.',
			'payment_intent_mandate_invalid',
			{ payment_intent: present( intent ) }
		);
	}
	const returnUrl = check_return_url( intent, params, sdk || caller.publishable );
	confirm_payment( net, intent, {
		method: named,
		offSession: offSession !== 'false' && ! caller.publishable,
		sdk,
		returnUrl,
	} );
}

function cancel( { net, caller, params, id }: Call ): PaymentIntent {
	params.only( 'cancellation_reason' );
	const reason = params.oneOf( 'cancellation_reason', [
		'duplicate',
		'fraudulent',
		'requested_by_customer',
		'abandoned',
	] );
	const intent = find( net, caller, id );
	if ( intent.status === 'succeeded' || intent.status === 'canceled' || intent.status === 'processing' ) {
		throw refused(
			`You cannot cancel this PaymentIntent because it has a status of ${ intent.status }. Only a PaymentIntent with one of the following statuses may be canceled: requires_payment_method, requires_capture, requires_reauthorization, requires_confirmation, requires_action.`,
			'payment_intent_unexpected_state',
			{ payment_intent: present( intent ) }
		);
	}
	intent.status = 'canceled';
	intent.canceled_at = net.world.now();
	intent.cancellation_reason = reason ?? null;
	intent.next_action = null;
	intent._attempt = null;
	net.emit( caller, 'payment_intent.canceled', intent );
	return intent;
}

function list_intents( { net, caller, params }: Call ): Json {
	params.only( ...PAGE_PARAMS, 'customer' );
	const customer = params.text( 'customer' );
	const all = net.world
		.all( 'payment_intents', caller.tenant )
		.filter( ( one ) => typeof customer !== 'string' || one.customer === customer );
	return page( BASE, all, params );
}
