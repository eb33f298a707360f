import { BANK_TYPES, CURRENCIES, pays_once } from '../banks';
import { invalid } from '../errors';
import type { Caller } from '../keys';
import type { Network } from '../network';
import type { Intent, PaymentMethod } from '../objects';
import type { Params } from '../params';
import type { Route } from '../routes';
import { random } from '../world';
import { is_on } from './method-configurations';
import { method_from } from './payment-methods';

/** What payment and setup intents have in common when they are made. */
export function intent_parts( net: Network, caller: Caller, prefix: string, params: Params ) {
	const id = net.world.id( prefix );
	const customer = params.text( 'customer' ) ?? null;
	if ( customer !== null ) {
		net.world.find( 'customers', customer, caller, 'customer', 'parameter' );
	}
	const types = params.list( 'payment_method_types' );
	return {
		id,
		automatic_payment_methods: automatic( params, types ),
		cancellation_reason: null,
		client_secret: `${ id }_secret_${ random( 25 ) }`,
		customer,
		description: params.text( 'description', 1000 ) ?? null,
		metadata: params.metadata(),
		next_action: null,
		on_behalf_of: null,
		payment_method: null,
		payment_method_options: {
			card: { installments: null, mandate_options: null, network: null, request_three_d_secure: 'automatic' },
		},
		payment_method_types: checked_types( types ) ?? offered( net, params ),
		_return_url: null,
		_attempt: null,
	};
}

/** On by default since 2023-08-16, unless the types are listed. */
function automatic( params: Params, types: string[] | undefined ): Intent[ 'automatic_payment_methods' ] {
	const sent = params.object( 'automatic_payment_methods' )?.only( 'enabled', 'allow_redirects' );
	if ( sent && types ) {
		throw invalid(
			'You may only specify one of these parameters: automatic_payment_methods, payment_method_types.'
		);
	}
	if ( types || sent?.boolean( 'enabled' ) === false ) {
		return null;
	}
	const allow_redirects = sent?.oneOf( 'allow_redirects', [ 'always', 'never' ] ) ?? 'always';
	return { allow_redirects, enabled: true };
}

function checked_types( types: string[] | undefined ): string[] | undefined {
	const unknown = types?.find( ( type ) => type !== 'card' && ! BANK_TYPES.some( ( one ) => one === type ) );
	if ( unknown !== undefined ) {
		throw invalid(
			`The fake does not know ${ unknown }.`,
			'payment_method_types',
			'payment_intent_invalid_parameter'
		);
	}
	return types;
}

/** Without a list it is what the account offers in the currency, less what this payment is not to be offered; to be kept, what can be charged again. */
function offered( net: Network, params: Params ): string[] {
	const keeps = ! params.has( 'currency' ) || params.text( 'setup_future_usage' ) === 'off_session';
	const currency = params.text( 'currency' );
	const excluded = params.list( 'excluded_payment_method_types' ) ?? [];
	return [
		'card',
		...BANK_TYPES.filter( ( type ) => is_on( net, type ) && ! ( keeps && pays_once( { type } ) ) ).filter(
			( type ) => typeof currency !== 'string' || CURRENCIES[ type ].includes( currency.toLowerCase() )
		),
	].filter( ( type ) => ! excluded.includes( type ) );
}

/**
 * A secret key sees every intent of its account; a publishable one must know the client secret.
 *
 * @see https://docs.stripe.com/api/payment_intents/retrieve
 */
export function check_secret( caller: Caller, intent: Intent, params: Params ): void {
	const secret = params.text( 'client_secret' ) ?? null;
	if ( ( caller.publishable || secret !== null ) && secret !== intent.client_secret ) {
		throw invalid(
			`The client_secret provided does not match any associated ${ intent.object === 'setup_intent' ? 'SetupIntent' : 'PaymentIntent' } on this account. Ensure the publishable key used belongs to the same account that created the intent.`,
			'client_secret',
			intent.object === 'setup_intent' ? 'setup_intent_invalid_parameter' : 'payment_intent_invalid_parameter'
		);
	}
}

/** One intent of a collection, by its id. */
export function retrieve( base: string, collection: 'payment_intents' | 'setup_intents' ): Route {
	return {
		method: 'GET',
		path: `${ base }/:id`,
		publishable: true,
		run: ( { net, caller, params, id } ) => {
			const intent = net.world.find( collection, id, caller, 'intent' );
			check_secret( caller, intent, params.only( 'client_secret' ) );
			return intent;
		},
	};
}

/** The method that is named when an intent is confirmed, else the one it has. */
export function confirming_method(
	net: Network,
	caller: Caller,
	intent: Intent,
	params: Params
): PaymentMethod | undefined {
	return (
		method_from( net, caller, params ) ?? net.world.peek( 'payment_methods', intent.payment_method ?? '', caller )
	);
}

/** Methods that may redirect need somewhere to come back to when a server confirms. */
export function check_return_url( intent: Intent, params: Params, sdk: boolean ): string | null {
	const url = params.text( 'return_url' ) ?? null;
	if ( url !== null && ! /^[a-z][a-z0-9+.-]*:\/\/\S+$/i.test( url ) ) {
		throw invalid( `Invalid URL: ${ url }`, 'return_url', 'url_invalid' );
	}
	if ( url === null && ! sdk && intent.automatic_payment_methods?.allow_redirects === 'always' ) {
		throw invalid(
			"This PaymentIntent is configured to accept payment methods enabled in your Dashboard. Because some of these payment methods might redirect your customer off of your page, you must provide a `return_url`. If you don't want to accept redirect-based payment methods, set `automatic_payment_methods[enabled]` to `true` and `automatic_payment_methods[allow_redirects]` to `never` when creating Setup Intents and Payment Intents.",
			'return_url',
			'payment_intent_invalid_parameter'
		);
	}
	return url;
}
