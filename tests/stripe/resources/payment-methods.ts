import { BANK_TYPES, BANKS, bank_details } from '../banks';
import { account_by_number, brand_of, card_by_alias, card_by_number, luhn, type TestCard } from '../cards';
import { attach, card_of } from '../confirmation';
import { ApiError, invalid } from '../errors';
import { fingerprint_of } from '../fingerprint';
import type { Caller } from '../keys';
import { page, PAGE_PARAMS } from '../lists';
import type { Network } from '../network';
import type { BillingDetails, Metadata, PaymentMethod } from '../objects';
import type { Params } from '../params';
import type { Json } from '../present';
import type { Call, Route } from '../routes';

/** @see https://docs.stripe.com/api/payment_methods */
export const payment_methods: readonly Route[] = [
	{
		method: 'POST',
		path: '/v1/payment_methods',
		publishable: true,
		run: ( { net, caller, params } ) =>
			create_method(
				net,
				caller,
				params.only( 'type', 'card', ...BANK_TYPES, 'billing_details', 'metadata', 'allow_redisplay' )
			),
	},
	{ method: 'GET', path: '/v1/payment_methods', run: list_methods },
	{
		method: 'GET',
		path: '/v1/payment_methods/:id',
		run: ( { net, caller, params, id } ) => {
			params.only();
			return named_method( net, caller, id, 'path' );
		},
	},
	{ method: 'POST', path: '/v1/payment_methods/:id', run: update },
	{ method: 'POST', path: '/v1/payment_methods/:id/attach', run: attach_method },
	{ method: 'POST', path: '/v1/payment_methods/:id/detach', run: detach },
];

/** The method an intent names, is sent, or none. `pm_card_…` makes a new one, in test mode only. */
export function method_from( net: Network, caller: Caller, params: Params ): PaymentMethod | null {
	const data = params.object( 'payment_method_data' );
	if ( data ) {
		return create_method(
			net,
			caller,
			data.only( 'type', 'card', ...BANK_TYPES, 'billing_details', 'metadata', 'allow_redisplay' )
		);
	}
	const id = params.text( 'payment_method' );
	return typeof id === 'string' ? named_method( net, caller, id, 'parameter' ) : null;
}

function named_method( net: Network, caller: Caller, id: string, where: 'path' | 'parameter' ): PaymentMethod {
	const card = caller.livemode ? undefined : card_by_alias( id );
	return card
		? make_method( net, caller, card )
		: net.world.find( 'payment_methods', id, caller, 'payment_method', where );
}

function create_method( net: Network, caller: Caller, params: Params ): PaymentMethod {
	const type = params.required( 'type' );
	if ( type !== 'card' ) {
		return make_method( net, caller, sent_account( type, params ), billing( params ), params.metadata() );
	}
	const sent = params.object( 'card' )?.only( 'number', 'exp_month', 'exp_year', 'cvc', 'token' );
	if ( ! sent ) {
		throw params.missing( 'card' );
	}
	const token = sent.text( 'token' );
	if ( typeof token === 'string' ) {
		const card = card_by_alias( token.replace( /^tok_/, 'pm_card_' ) );
		if ( ! card ) {
			throw invalid( `No such token: '${ token }'`, 'card[token]', 'resource_missing' );
		}
		return make_method( net, caller, card, billing( params ), params.metadata() );
	}
	if ( ! caller.publishable ) {
		throw invalid(
			'Sending credit card numbers directly to the Stripe API is generally unsafe. We suggest you use test tokens that map to the test card you are using, see https://stripe.com/docs/testing.'
		);
	}
	const expires = { month: sent.requiredInteger( 'exp_month' ), year: sent.requiredInteger( 'exp_year' ) };
	const card = checked_card( sent, expires, net.world.now() );
	return make_method( net, caller, card, billing( params ), params.metadata(), expires );
}

/** The account that is named, where one is to be named; else the one at whose bank the payer confirms. */
function sent_account( type: string, params: Params ): TestCard {
	const sent = params
		.object( type )
		?.only( 'iban', 'account_number', 'sort_code', 'routing_number', 'account_holder_type', 'bank' );
	const number = sent?.text( 'iban' ) ?? sent?.text( 'account_number' );
	const account =
		typeof number === 'string' ? account_by_number( number ) : BANKS.find( ( one ) => one.bank?.type === type );
	if ( account?.bank?.type !== type ) {
		throw invalid(
			'There is no such test account.',
			`${ type }[${ type === 'sepa_debit' ? 'iban' : 'account_number' }]`,
			'invalid_bank_account_iban'
		);
	}
	return account;
}

function checked_card( sent: Params, expires: { month: number; year: number }, now: number ): TestCard {
	const number = sent.required( 'number' ).replace( /[\s-]/g, '' );
	if ( ! luhn( number ) ) {
		throw card_error( 'incorrect_number', 'Your card number is incorrect.', 'number' );
	}
	if ( expires.month < 1 || expires.month > 12 ) {
		throw card_error( 'invalid_expiry_month', "Your card's expiration month is invalid.", 'exp_month' );
	}
	const year = expires.year < 100 ? expires.year + 2000 : expires.year;
	if ( Date.UTC( year, expires.month ) / 1000 <= now || year > 2100 ) {
		throw card_error( 'invalid_expiry_year', "Your card's expiration year is invalid.", 'exp_year' );
	}
	if ( ! /^\d{3,4}$/.test( sent.required( 'cvc' ) ) ) {
		throw card_error( 'invalid_cvc', "Your card's security code is invalid.", 'cvc' );
	}
	const card = card_by_number( number );
	if ( ! card ) {
		throw card_error(
			'card_declined',
			'Your card was declined. Your request was in test mode, but used a non test (live) card. For a list of valid test cards, visit: https://stripe.com/docs/testing.',
			'',
			'test_mode_live_card'
		);
	}
	return card;
}

export function make_method(
	net: Network,
	caller: Caller,
	card: TestCard,
	billing_details: BillingDetails = NO_BILLING,
	metadata: Metadata = {},
	expires?: { month: number; year: number }
): PaymentMethod {
	return net.world.insert( 'payment_methods', caller, {
		id: net.world.id( 'pm' ),
		object: 'payment_method',
		allow_redisplay: 'unspecified',
		billing_details: structuredClone( billing_details ),
		...( card.bank
			? { type: card.bank.type, [ card.bank.type ]: bank_details( card, null ) }
			: { type: 'card' as const, card: card_part( card, net, caller, expires ) } ),
		customer: null,
		metadata,
		_card: card.alias,
		_authenticated: false,
		_consumed: false,
	} );
}

function card_part(
	card: TestCard,
	net: Network,
	caller: Caller,
	expires?: { month: number; year: number }
): NonNullable< PaymentMethod[ 'card' ] > {
	const year = expires?.year ?? new Date( net.world.now() * 1000 ).getUTCFullYear() + 2;
	const brand = brand_of( card.number );
	return {
		brand,
		checks: { address_line1_check: null, address_postal_code_check: null, cvc_check: 'pass' },
		country: 'US',
		display_brand: brand,
		exp_month: expires?.month ?? 12,
		exp_year: year < 100 ? year + 2000 : year,
		fingerprint: fingerprint_of( caller.tenant, card.number ),
		funding: 'credit',
		generated_from: null,
		last4: card.number.slice( -4 ),
		networks: { available: [ brand ], preferred: null },
		regulated_status: 'unregulated',
		three_d_secure_usage: { supported: true },
		wallet: null,
	};
}

function attach_method( { net, caller, params, id }: Call ): PaymentMethod {
	params.only( 'customer' );
	const customer = net.world.find( 'customers', params.required( 'customer' ), caller, 'customer', 'parameter' );
	const method = named_method( net, caller, id, 'path' );
	if ( method.customer !== null && method.customer !== customer.id ) {
		throw invalid( 'The payment method you provided has already been attached to a customer.', 'payment_method' );
	}
	if ( method._consumed ) {
		throw invalid(
			'This PaymentMethod was previously used without being attached to a Customer or was detached from a Customer, and may not be used again.',
			'payment_method'
		);
	}
	const { decline, savable } = card_of( method );
	if ( decline && ! savable ) {
		throw new ApiError( 402, { type: 'card_error', ...decline }, true );
	}
	if ( method.customer === null ) {
		attach( net, method, customer.id );
	}
	return method;
}

function detach( { net, caller, params, id }: Call ): PaymentMethod {
	params.only();
	const method = net.world.find( 'payment_methods', id, caller, 'payment_method' );
	if ( method.customer === null ) {
		throw invalid(
			'The payment method you provided is not attached to a customer so detachment is impossible.',
			'payment_method'
		);
	}
	const previous = { customer: method.customer };
	method.customer = null;
	method._consumed = true;
	net.emit( caller, 'payment_method.detached', method, previous );
	return method;
}

function update( { net, caller, params, id }: Call ): PaymentMethod {
	params.only( 'metadata', 'billing_details' );
	const method = net.world.find( 'payment_methods', id, caller, 'payment_method' );
	const previous = { metadata: method.metadata, billing_details: method.billing_details };
	method.metadata = params.metadata( method.metadata );
	method.billing_details = params.has( 'billing_details' ) ? billing( params ) : method.billing_details;
	net.emit( caller, 'payment_method.updated', method, previous );
	return method;
}

function list_methods( { net, caller, params }: Call ): Json {
	params.only( ...PAGE_PARAMS, 'customer', 'type' );
	const customer = params.text( 'customer' ) ?? null;
	const own = net.world
		.all( 'payment_methods', caller.tenant )
		.filter( ( one ) => one.customer !== null && ( customer === null || one.customer === customer ) );
	return page( '/v1/payment_methods', own, params );
}

const NO_ADDRESS = { city: null, country: null, line1: null, line2: null, postal_code: null, state: null };

const NO_BILLING: BillingDetails = { address: NO_ADDRESS, email: null, name: null, phone: null };

function billing( params: Params ): BillingDetails {
	const sent = params.object( 'billing_details' )?.only( 'address', 'email', 'name', 'phone' );
	return {
		address: sent?.address( 'address' ) ?? NO_ADDRESS,
		email: sent?.text( 'email' ) ?? null,
		name: sent?.text( 'name' ) ?? null,
		phone: sent?.text( 'phone' ) ?? null,
	};
}

function card_error( code: string, message: string, param: string, decline_code?: string ): ApiError {
	return new ApiError( 402, {
		type: 'card_error',
		code,
		message,
		...( param ? { param } : {} ),
		...( decline_code ? { decline_code } : {} ),
	} );
}
