import assert from 'node:assert/strict';
import { after, afterEach } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import Stripe from 'stripe';
import { FakeStripe, type FakeOptions } from './fake';
import { OpenApi } from './openapi';

const openapi = new OpenApi();

export const RETURN_URL = 'https://agency.example/pay';

const started: FakeStripe[] = [];

/** What of the test's requests and answers Stripe's OpenAPI would not have. */
const mistakes: string[] = [];

afterEach( () => assert.deepEqual( mistakes.splice( 0 ), [] ) );

after( () => Promise.all( started.map( ( fake ) => fake.stop() ) ) );

/** A fake of its own for a test file, ended with it. */
export async function start( options: Partial< FakeOptions > = {} ): Promise< FakeStripe > {
	const fake = await new FakeStripe( { port: 0, ...options } ).start();
	started.push( fake );
	return fake;
}

/** Stripe's own client; every request and answer that passes is checked against Stripe's OpenAPI. */
export function client( fake: FakeStripe, key = 'sk_test_ALPHA_secret' ): Stripe {
	const { hostname, port } = new URL( fake.origin );
	return new Stripe( key, {
		host: hostname,
		port: Number( port ),
		protocol: 'http',
		maxNetworkRetries: 0,
		httpClient: Stripe.createFetchHttpClient( checked ),
	} );
}

async function checked( input: string | URL | Request, init?: RequestInit ): Promise< Response > {
	const url = new URL( String( input instanceof Request ? input.url : input ) );
	const method = init?.method ?? 'GET';
	const response = await fetch( url, init );
	const body: unknown = await response.clone().json();
	mistakes.push( ...openapi.answer( method, url.pathname, response.status, body ) );
	if ( response.ok && method === 'POST' ) {
		mistakes.push( ...openapi.request( method, url.pathname, String( init?.body ?? '' ) ) );
	}
	return response;
}

export async function control< T = Record< string, unknown > >(
	fake: FakeStripe,
	path: string,
	body?: unknown,
	method = body === undefined ? 'GET' : 'POST'
): Promise< T > {
	const response = await fetch( `${ fake.origin }/_control/${ path }`, {
		method,
		...( body === undefined ? {} : { body: JSON.stringify( body ) } ),
	} );
	const answer = ( await response.json() ) as T;
	assert.equal( response.status, 200, JSON.stringify( answer ) );
	return answer;
}

/** A plain request, for what Stripe's client would not send. */
export async function raw(
	fake: FakeStripe,
	method: string,
	path: string,
	{
		body,
		key = 'sk_test_ALPHA_secret',
		headers = {},
	}: { body?: string; key?: string | null; headers?: Record< string, string > } = {}
): Promise< { status: number; headers: Headers; body: Record< string, unknown >; error: Record< string, unknown > } > {
	const response = await fetch( fake.origin + path, {
		method,
		...( body === undefined ? {} : { body } ),
		headers: {
			...( key === null ? {} : { Authorization: `Bearer ${ key }` } ),
			...( body === undefined ? {} : { 'Content-Type': 'application/x-www-form-urlencoded' } ),
			...headers,
		},
	} );
	const parsed = ( await response.json() ) as Record< string, unknown >;
	return {
		status: response.status,
		headers: response.headers,
		body: parsed,
		error: ( parsed.error ?? {} ) as Record< string, unknown >,
	};
}

/** The error that Stripe's client throws. */
export async function thrown( work: Promise< unknown > ): Promise< InstanceType< typeof Stripe.errors.StripeError > > {
	try {
		await work;
	} catch ( error ) {
		assert.ok( error instanceof Stripe.errors.StripeError, String( error ) );
		return error;
	}
	throw new assert.AssertionError( { message: 'It should have been refused.' } );
}

const LOOKS_EVERY_MS = 5;

/** Waits until it is so, and leaves the core to others meanwhile; fails when it never is. */
export async function until( what: string, is: () => boolean | Promise< boolean > ): Promise< void > {
	const end = Date.now() + 5000;
	while ( ! ( await is() ) ) {
		assert.ok( Date.now() < end, `Never: ${ what }` );
		await pause( LOOKS_EVERY_MS );
	}
}
