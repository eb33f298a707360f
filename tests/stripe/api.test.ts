import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type Stripe from 'stripe';
import { FakeStripe } from './fake';
import { client, control, raw, start, thrown } from './harness';
import { OpenApi } from './openapi';

let fake: FakeStripe;
let stripe: Stripe;
const folder = mkdtempSync( join( tmpdir(), 'fake-stripe-' ) );

before( async () => {
	fake = await start();
	stripe = client( fake );
} );

after( () => rmSync( folder, { recursive: true } ) );

test( 'the check against the OpenAPI notices what is wrong', async () => {
	const openapi = new OpenApi();
	const intent = await stripe.paymentIntents.create( { amount: 100, currency: 'usd' } );
	assert.deepEqual( openapi.component( 'payment_intent', intent ), [] );
	assert.notDeepEqual( openapi.component( 'payment_intent', { ...intent, amount: '100' } ), [] );
	assert.notDeepEqual( openapi.component( 'payment_intent', { ...intent, status: 'paid' } ), [] );
	assert.notDeepEqual( openapi.request( 'POST', '/v1/payment_intents', 'amount=1&currency=usd&sum=1' ), [] );
	assert.notDeepEqual( openapi.request( 'POST', '/v1/payment_intents', 'amount=one&currency=usd' ), [] );
} );

test( 'keys: none, wrong, expired, publishable, of another account, of the other mode', async () => {
	for ( const key of [ null, 'nonsense', 'sk_test_', 'sk_test_ALPHA_expired' ] ) {
		assert.equal( ( await raw( fake, 'GET', '/v1/customers', { key } ) ).status, 401 );
	}
	const publishable = await raw( fake, 'GET', '/v1/customers', { key: 'pk_test_ALPHA_public' } );
	assert.deepEqual( [ publishable.status, publishable.error.code ], [ 401, 'secret_key_required' ] );
	const customer = await stripe.customers.create();
	for ( const key of [ 'sk_test_BETA_secret', 'sk_live_ALPHA_secret' ] ) {
		const other = client( fake, key );
		assert.equal( ( await thrown( other.customers.retrieve( customer.id ) ) ).code, 'resource_missing' );
		assert.equal( ( await other.customers.list() ).data.length, 0 );
	}
	const live = await client( fake, 'sk_live_ALPHA_secret' ).customers.create();
	assert.deepEqual( [ live.livemode, customer.livemode ], [ true, false ] );
	assert.equal( ( await client( fake, 'sk_test_BETA_secret' ).accounts.retrieveCurrent() ).id, 'acct_BETA' );
	const basic = `Basic ${ Buffer.from( 'sk_test_ALPHA_secret:' ).toString( 'base64' ) }`;
	assert.equal(
		( await raw( fake, 'GET', '/v1/account', { key: null, headers: { Authorization: basic } } ) ).body.id,
		'acct_ALPHA'
	);
} );

test( 'a browser sees an intent only with its client secret', async () => {
	const intent = await stripe.paymentIntents.create( { amount: 100, currency: 'usd' } );
	const get = ( secret: string, key = 'pk_test_ALPHA_public' ) =>
		raw( fake, 'GET', `/v1/payment_intents/${ intent.id }?client_secret=${ secret }`, { key } );
	assert.equal( ( await get( intent.client_secret ?? '' ) ).body.id, intent.id );
	assert.equal( ( await get( `${ intent.id }_secret_x` ) ).error.param, 'client_secret' );
	assert.equal( ( await get( intent.client_secret ?? '', 'pk_test_BETA_public' ) ).status, 404 );
} );

test( 'amounts: least and most, decimals of the currency', async () => {
	const refused = [
		[ 49, 'usd', 'amount_too_small' ],
		[ 29, 'gbp', 'amount_too_small' ],
		[ 49, 'jpy', 'amount_too_small' ],
		[ 100_000_000, 'usd', 'amount_too_large' ],
		[ 1_000_000_000_000, 'idr', 'amount_too_large' ],
		[ 1234, 'kwd', 'invalid_charge_amount' ],
		[ 0, 'usd', 'parameter_invalid_integer' ],
		[ -5, 'usd', 'parameter_invalid_integer' ],
	] as const;
	for ( const [ amount, currency, code ] of refused ) {
		assert.equal(
			( await thrown( stripe.paymentIntents.create( { amount, currency } ) ) ).code,
			code,
			`${ amount } ${ currency }`
		);
	}
	for ( const [ amount, currency ] of [
		[ 50, 'usd' ],
		[ 50, 'jpy' ],
		[ 99_999_999, 'eur' ],
		[ 150_000_000, 'idr' ],
		[ 1230, 'kwd' ],
	] as const ) {
		assert.equal( ( await stripe.paymentIntents.create( { amount, currency } ) ).amount, amount );
	}
} );

test( 'bad requests name the parameter', async () => {
	const post = async ( body: string ) => ( await raw( fake, 'POST', '/v1/payment_intents', { body } ) ).error;
	assert.equal( ( await post( 'currency=usd' ) ).code, 'parameter_missing' );
	assert.equal( ( await post( 'amount=10.5&currency=usd' ) ).code, 'parameter_invalid_integer' );
	assert.deepEqual( ( await post( 'amount=100&currency=usd&sum[x]=1' ) ).param, 'sum' );
	assert.equal( ( await post( 'amount=100&currency=xyz' ) ).param, 'currency' );
	assert.equal( ( await post( 'amount=100&currency=usd&customer=cus_none' ) ).code, 'resource_missing' );
	assert.equal( ( await post( 'amount=100&currency=usd&expand[]=nonsense' ) ).code, 'property_not_expandable' );
	assert.equal( ( await raw( fake, 'GET', '/v1/nonsense' ) ).status, 404 );
	const json = await raw( fake, 'POST', '/v1/customers', {
		body: '{}',
		headers: { 'Content-Type': 'application/json' },
	} );
	assert.match( String( json.error.message ), /content type/ );
	assert.equal(
		( await raw( fake, 'GET', '/v1/account', { headers: { 'Stripe-Version': 'yesterday' } } ) ).status,
		400
	);
	const echoed = await raw( fake, 'GET', '/v1/account', { headers: { 'Stripe-Version': '2025-09-30.clover' } } );
	assert.equal( echoed.headers.get( 'stripe-version' ), '2025-09-30.clover' );
	assert.match( echoed.headers.get( 'request-id' ) ?? '', /^req_/ );
} );

test( 'lists in pages, both ways, by time and by search', async () => {
	const own = client( fake, 'sk_test_LISTS_secret' );
	const made: string[] = [];
	for ( let index = 0; index < 7; index++ ) {
		made.unshift(
			( await own.customers.create( { email: `c${ index }@x.example`, metadata: { n: String( index ) } } ) ).id
		);
	}
	const first = await own.customers.list( { limit: 3 } );
	assert.deepEqual( [ first.data.map( ( one ) => one.id ), first.has_more ], [ made.slice( 0, 3 ), true ] );
	const back = await own.customers.list( { limit: 2, ending_before: made[ 3 ] ?? '' } );
	assert.deepEqual( [ back.data.map( ( one ) => one.id ), back.has_more ], [ made.slice( 1, 3 ), true ] );
	const every: string[] = [];
	for await ( const one of own.customers.list( { limit: 3 } ) ) {
		every.push( one.id );
	}
	assert.deepEqual( every, made );
	assert.equal(
		( await own.customers.list( { created: { gt: Math.floor( Date.now() / 1000 ) + 60 } } ) ).data.length,
		0
	);
	assert.equal( ( await own.events.list( { type: 'customer.created', limit: 100 } ) ).data.length, 7 );
	const found = await own.customers.search( { query: 'metadata["n"]:"4" AND email:"c4@x.example"' } );
	assert.deepEqual(
		found.data.map( ( one ) => one.id ),
		[ made[ 2 ] ]
	);
	assert.equal( ( await raw( fake, 'GET', '/v1/customers?limit=1000000000' ) ).status, 400 );
} );

test( 'an intent that succeeds with another amount and currency', async () => {
	const intent = await stripe.paymentIntents.create( { amount: 5000, currency: 'usd' } );
	await control( fake, 'tamper', { payment_intent: intent.id, amount: 100, currency: 'eur' } );
	const wrong = await stripe.paymentIntents.retrieve( intent.id, { expand: [ 'latest_charge' ] } );
	assert.deepEqual( [ wrong.status, wrong.amount_received, wrong.currency ], [ 'succeeded', 100, 'eur' ] );
	assert.equal( ( wrong.latest_charge as Stripe.Charge ).currency, 'eur' );
} );

test( 'the state outlives the process, idempotency keys too', async () => {
	const state = join( folder, 'state.json' );
	const first = await new FakeStripe( { port: 0, state } ).start();
	const body = 'email=a%40b.example';
	const headers = { 'Idempotency-Key': 'kept' };
	const made = await raw( first, 'POST', '/v1/customers', { body, headers } );
	await first.stop();
	const second = await start( { state } );
	assert.deepEqual( ( await raw( second, 'POST', '/v1/customers', { body, headers } ) ).body, made.body );
} );

test( 'Stripe.js is served, and the page for people', async () => {
	for ( const path of [ '/v3/', '/basil/stripe.js' ] ) {
		const script = await ( await fetch( fake.origin + path ) ).text();
		assert.match( script, /window\.Stripe = / );
	}
	const intent = await stripe.paymentIntents.create( {
		amount: 123456,
		currency: 'usd',
		description: '<script>alert(1)</script>',
	} );
	const page = await ( await fetch( fake.origin ) ).text();
	assert.ok( page.includes( intent.id ) && page.includes( '1,234.56 USD' ) );
	assert.ok( ! page.includes( '<script>alert' ) );
} );
