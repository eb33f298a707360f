import { invalid } from '../errors';
import { list, page, PAGE_PARAMS, search } from '../lists';
import type { Customer } from '../objects';
import type { Params } from '../params';
import type { Json } from '../present';
import type { Call, Route } from '../routes';
import { random } from '../world';

const FIELDS = [
	'address',
	'description',
	'email',
	'invoice_settings',
	'metadata',
	'name',
	'phone',
	'preferred_locales',
	'tax_exempt',
];

/** @see https://docs.stripe.com/api/customers */
export const customers: readonly Route[] = [
	{
		method: 'GET',
		path: '/v1/customers/search',
		run: ( call ) =>
			search( '/v1/customers/search', call.net.world.all( 'customers', call.caller.tenant ), call.params ),
	},
	{ method: 'POST', path: '/v1/customers', run: create },
	{ method: 'GET', path: '/v1/customers', run: list_customers },
	{
		method: 'GET',
		path: '/v1/customers/:id',
		run: ( { net, caller, id } ) => net.world.find( 'customers', id, caller ),
	},
	{ method: 'POST', path: '/v1/customers/:id', run: update },
	{ method: 'DELETE', path: '/v1/customers/:id', run: remove },
	{ method: 'GET', path: '/v1/customers/:id/payment_methods', run: methods_of },
];

function create( { net, caller, params }: Call ): Customer {
	params.only( ...FIELDS );
	const email = email_of( params );
	const customer = net.world.insert( 'customers', caller, {
		id: net.world.id( 'cus', 14 ),
		object: 'customer',
		address: params.address( 'address' ) ?? null,
		balance: 0,
		currency: null,
		default_source: null,
		delinquent: false,
		description: params.text( 'description' ) ?? null,
		discount: null,
		email: email ?? null,
		invoice_prefix: random( 8 ).toUpperCase(),
		invoice_settings: {
			custom_fields: null,
			default_payment_method: null,
			footer: null,
			rendering_options: null,
		},
		metadata: params.metadata(),
		name: params.text( 'name', 256 ) ?? null,
		phone: params.text( 'phone', 20 ) ?? null,
		preferred_locales: params.list( 'preferred_locales' ) ?? [],
		shipping: null,
		tax_exempt: params.oneOf( 'tax_exempt', [ 'none', 'exempt', 'reverse' ] ) ?? 'none',
		test_clock: null,
	} );
	net.emit( caller, 'customer.created', customer );
	return customer;
}

function update( { net, caller, params, id }: Call ): Customer {
	params.only( ...FIELDS );
	const customer = net.world.find( 'customers', id, caller );
	const method = params
		.object( 'invoice_settings' )
		?.only( 'default_payment_method' )
		.text( 'default_payment_method' );
	if ( typeof method === 'string' ) {
		const found = net.world.find( 'payment_methods', method, caller, 'payment_method', 'parameter' );
		if ( found.customer !== id ) {
			throw invalid( `The customer does not have a payment method with the ID ${ method }.`, 'payment_method' );
		}
	}
	const sent: Partial< Customer > = {};
	const set = < Name extends keyof Customer >( name: Name, value: Customer[ Name ] | undefined ) => {
		if ( value !== undefined ) {
			sent[ name ] = value;
		}
	};
	set( 'address', params.address( 'address' ) );
	set( 'description', params.text( 'description' ) );
	set( 'email', email_of( params ) );
	set( 'name', params.text( 'name', 256 ) );
	set( 'phone', params.text( 'phone', 20 ) );
	set( 'preferred_locales', params.list( 'preferred_locales' ) );
	set( 'tax_exempt', params.oneOf( 'tax_exempt', [ 'none', 'exempt', 'reverse' ] ) ?? undefined );
	set( 'metadata', params.has( 'metadata' ) ? params.metadata( customer.metadata ) : undefined );
	set(
		'invoice_settings',
		method === undefined ? undefined : { ...customer.invoice_settings, default_payment_method: method }
	);
	const previous: Json = Object.fromEntries( Object.entries( customer ).filter( ( [ name ] ) => name in sent ) );
	Object.assign( customer, sent );
	net.emit( caller, 'customer.updated', customer, previous );
	return customer;
}

function remove( { net, caller, id }: Call ): Json {
	const customer = net.world.find( 'customers', id, caller );
	net.world.remove( 'customers', id );
	for ( const method of net.world.all( 'payment_methods', caller.tenant ).filter( ( one ) => one.customer === id ) ) {
		method.customer = null;
		method._consumed = true;
	}
	net.emit( caller, 'customer.deleted', customer );
	return { id, object: 'customer', deleted: true };
}

function list_customers( { net, caller, params }: Call ): Json {
	params.only( ...PAGE_PARAMS, 'email' );
	const email = params.text( 'email' );
	return page(
		'/v1/customers',
		net.world
			.all( 'customers', caller.tenant )
			.filter( ( one ) => typeof email !== 'string' || one.email === email ),
		params
	);
}

function methods_of( { net, caller, params, id }: Call ): Json {
	params.only( 'limit', 'starting_after', 'ending_before', 'type', 'allow_redisplay' );
	net.world.find( 'customers', id, caller );
	const url = `/v1/customers/${ id }/payment_methods`;
	if ( ( params.text( 'type' ) ?? 'card' ) !== 'card' ) {
		return list( url, [], false );
	}
	const own = net.world.all( 'payment_methods', caller.tenant ).filter( ( one ) => one.customer === id );
	return page( url, own, params );
}

function email_of( params: Params ): string | null | undefined {
	return checked_email( params.text( 'email', 512 ), 'email' );
}

export function checked_email( email: string | null | undefined, param: string ): string | null | undefined {
	if ( typeof email === 'string' && ! /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test( email ) ) {
		throw invalid( `Invalid email address: ${ email }`, param, 'email_invalid' );
	}
	return email;
}
