import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, before, beforeEach, test } from 'node:test';
import type { AddressInfo } from 'node:net';
import type Stripe from 'stripe';
import { body_of } from './answer';
import type { FakeStripe } from './fake';
import { client, control, start, thrown, until } from './harness';
import type { Delivery } from './webhooks';

const SECRET = 'whsec_counterfoil';

let fake: FakeStripe;
let stripe: Stripe;
let got: Stripe.Event[] = [];
let answers: number[] = [];

/** A site that checks signatures with Stripe's own code and answers as told, otherwise 200. */
const site = createServer( async ( request, response ) => {
	const body = await body_of( request );
	got.push( stripe.webhooks.constructEvent( body, String( request.headers[ 'stripe-signature' ] ), SECRET ) );
	response.writeHead( answers.shift() ?? 200 ).end();
} );

before( async () => {
	await new Promise< void >( ( done ) => site.listen( 0, '127.0.0.1', done ) );
	const { port } = site.address() as AddressInfo;
	fake = await start( { webhook: { url: `http://127.0.0.1:${ port }/hook`, secret: SECRET, backoffMs: 5 } } );
	stripe = client( fake );
} );

after( () => site.close() );

beforeEach( async () => {
	await control( fake, 'reset', {} );
	got = [];
	answers = [];
} );

const types = () => got.map( ( event ) => event.type );

async function pay( card = '4242424242424242' ): Promise< string > {
	const intent = await stripe.paymentIntents.create( { amount: 1000, currency: 'usd' } );
	await control( fake, 'pay', { payment_intent: intent.id, card } );
	return intent.id;
}

test( 'a payment is told, signed as Stripe signs', async () => {
	const id = await pay();
	await until( 'three events', () => got.length === 3 );
	assert.deepEqual( types().sort(), [ 'charge.succeeded', 'payment_intent.created', 'payment_intent.succeeded' ] );
	const event = got.find( ( one ) => one.type === 'payment_intent.succeeded' );
	assert.equal( ( event?.data.object as Stripe.PaymentIntent ).id, id );
	const kept = await stripe.events.retrieve( event?.id ?? '' );
	assert.equal( kept.type, 'payment_intent.succeeded' );
	await pay( '4000000000000002' );
	await until( 'a failure', () => types().includes( 'payment_intent.payment_failed' ) );
} );

test( 'no 2xx: again, until there is one', async () => {
	await control( fake, 'webhooks', { mode: 'block' } );
	await stripe.customers.create();
	answers = [ 500, 302, 404 ];
	await control( fake, 'webhooks', { mode: 'deliver' } );
	await until( 'four attempts', () => got.length === 4 );
	assert.equal( new Set( got.map( ( event ) => event.id ) ).size, 1 );
	const state = async () => ( await control< { deliveries: Delivery[] } >( fake, 'webhooks' ) ).deliveries[ 0 ];
	await until( 'delivered', async () => ( await state() )?.state === 'delivered' );
	assert.equal( ( await state() )?.attempts, 4 );
} );

test( 'blocked: nothing comes; unblocked: all of it', async () => {
	await control( fake, 'webhooks', { mode: 'block' } );
	await pay();
	const { deliveries } = await control< { deliveries: Delivery[] } >( fake, 'webhooks' );
	assert.deepEqual(
		deliveries.map( ( one ) => one.attempts ),
		[ 0, 0, 0 ]
	);
	assert.equal( got.length, 0 );
	await control( fake, 'webhooks', { mode: 'deliver' } );
	await until( 'three events', () => got.length === 3 );
} );

test( 'duplicates, and the newest first', async () => {
	await control( fake, 'webhooks', { mode: 'duplicate', copies: 3 } );
	await stripe.customers.create();
	await until( 'three copies', () => got.length === 3 );
	assert.equal( new Set( got.map( ( event ) => event.id ) ).size, 1 );
	got = [];
	await control( fake, 'webhooks', { mode: 'reorder', delayMs: 60_000 } );
	await pay();
	await control( fake, 'webhooks/flush', {} );
	assert.deepEqual( types(), [ 'payment_intent.succeeded', 'charge.succeeded', 'payment_intent.created' ] );
} );

test( 'one event ten times at once, and one that is signed but not sent', async () => {
	await stripe.customers.create();
	await until( 'the first', () => got.length === 1 );
	const id = got[ 0 ]?.id ?? '';
	const { statuses } = await control< { statuses: number[] } >( fake, `events/${ id }/resend`, { copies: 10 } );
	assert.deepEqual( statuses, Array( 10 ).fill( 200 ) );
	const signed = await control< { body: string; signature: string } >( fake, `events/${ id }/sign`, {
		secret: 'whsec_x',
	} );
	assert.equal( stripe.webhooks.constructEvent( signed.body, signed.signature, 'whsec_x' ).id, id );
	assert.throws( () => stripe.webhooks.constructEvent( `${ signed.body } `, signed.signature, 'whsec_x' ) );
} );

test( "an endpoint of one's own gets what it asked for, of its account only", async () => {
	const { port } = site.address() as AddressInfo;
	const url = `http://127.0.0.1:${ port }/own`;
	const own = await stripe.webhookEndpoints.create( { url, enabled_events: [ 'customer.created' ] } );
	assert.match( own.secret ?? '', /^whsec_/ );
	assert.equal( ( await stripe.webhookEndpoints.list() ).data[ 0 ]?.secret, undefined );
	await control( fake, 'webhooks', { mode: 'block' } );
	await stripe.customers.create();
	await client( fake, 'sk_test_BETA_secret' ).customers.create();
	await stripe.paymentIntents.create( { amount: 100, currency: 'usd' } );
	const { deliveries } = await control< { deliveries: Delivery[] } >( fake, 'webhooks' );
	assert.deepEqual(
		deliveries.filter( ( one ) => one.url === url ).map( ( one ) => one.type ),
		[ 'customer.created' ]
	);
	await stripe.webhookEndpoints.del( own.id );
	assert.equal( ( await thrown( stripe.webhookEndpoints.retrieve( own.id ) ) ).statusCode, 404 );
} );

test( 'seeded history is quiet and old', async () => {
	const then = 1_700_000_000;
	const intent = await stripe.paymentIntents.create( { amount: 1000, currency: 'usd' } );
	await until( 'created', () => got.length === 1 );
	await control( fake, 'pay', { payment_intent: intent.id, created: then, quiet: true } );
	const paid = await stripe.paymentIntents.retrieve( intent.id, { expand: [ 'latest_charge' ] } );
	assert.deepEqual( [ paid.created, ( paid.latest_charge as Stripe.Charge ).created ], [ then, then ] );
	await control( fake, 'refund', { payment_intent: intent.id, amount: 100, created: then + 60, quiet: true } );
	assert.equal( ( await stripe.refunds.list( { payment_intent: intent.id } ) ).data[ 0 ]?.created, then + 60 );
	assert.equal( got.length, 1 );
} );
