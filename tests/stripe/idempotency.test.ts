import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { FakeStripe } from './fake';
import { control, raw, start } from './harness';
import type { Ledger } from './ledger';
import type { Recorded } from './recorder';

let fake: FakeStripe;

before( async () => {
	fake = await start();
} );

const PAY = 'amount=1000&currency=usd&confirm=true&payment_method=pm_card_visa&return_url=https%3A%2F%2Fx.example%2F';

const post = ( body: string, key: string, path = '/v1/payment_intents' ) =>
	raw( fake, 'POST', path, { body, headers: { 'Idempotency-Key': key } } );

const charges = async () => ( await control< Ledger >( fake, 'ledger' ) ).entries.length;

test( 'the same key and parameters: the same answer, one charge', async () => {
	const had = await charges();
	const first = await post( PAY, 'one' );
	const second = await post( PAY, 'one' );
	assert.deepEqual( second.body, first.body );
	assert.equal( first.headers.get( 'idempotent-replayed' ), null );
	assert.equal( second.headers.get( 'idempotent-replayed' ), 'true' );
	assert.equal( second.headers.get( 'original-request' ), first.headers.get( 'request-id' ) );
	assert.equal( await charges(), had + 1 );
} );

test( 'other parameters or another endpoint: refused', async () => {
	await post( PAY, 'two' );
	const had = await charges();
	for ( const other of [
		await post( PAY.replace( '1000', '1001' ), 'two' ),
		await post( PAY, 'two', '/v1/customers' ),
	] ) {
		assert.equal( other.status, 400 );
		assert.equal( other.error.type, 'idempotency_error' );
	}
	assert.equal( await charges(), had );
} );

test( 'a decline is kept, a request that never was valid is not', async () => {
	const declined = PAY.replace( 'pm_card_visa', 'pm_card_chargeDeclined' );
	assert.equal( ( await post( declined, 'three' ) ).status, 402 );
	const again = await post( declined, 'three' );
	assert.deepEqual( [ again.status, again.headers.get( 'idempotent-replayed' ) ], [ 402, 'true' ] );
	assert.equal( ( await post( PAY.replace( '1000', 'many' ), 'four' ) ).status, 400 );
	assert.equal( ( await post( PAY, 'four' ) ).status, 200 );
} );

test( 'the same key while the first is under way: 409, one charge', async () => {
	const had = await charges();
	await control( fake, 'faults', {
		match: { method: 'POST', path: '/v1/payment_intents' },
		kind: 'slow',
		delayMs: 150,
	} );
	const both = await Promise.all( [ post( PAY, 'five' ), post( PAY, 'five' ) ] );
	assert.deepEqual( both.map( ( one ) => one.status ).sort(), [ 200, 409 ] );
	assert.equal( await charges(), had + 1 );
} );

test( 'keys are forgotten after a day, and belong to one account', async () => {
	const first = await post( PAY, 'six' );
	const other = await raw( fake, 'POST', '/v1/payment_intents', {
		body: PAY,
		key: 'sk_test_BETA_secret',
		headers: { 'Idempotency-Key': 'six' },
	} );
	assert.notEqual( other.body.id, first.body.id );
	await control( fake, 'clock', { offset: 25 * 3600 } );
	assert.notEqual( ( await post( PAY, 'six' ) ).body.id, first.body.id );
	await control( fake, 'clock', { offset: 0 } );
} );

test( 'the connection is cut after charging: the charge is there, the key finds it', async () => {
	const had = await charges();
	await control( fake, 'faults', { match: { path: '/v1/payment_intents' }, kind: 'cut-after' } );
	await assert.rejects( post( PAY, 'seven' ) );
	assert.equal( await charges(), had + 1 );
	assert.equal( ( await post( PAY, 'seven' ) ).body.status, 'succeeded' );
	assert.equal( await charges(), had + 1 );
} );

test( 'cut before, 429: nothing happened, the key is free', async () => {
	const had = await charges();
	await control( fake, 'faults', { match: {}, kind: 'cut-before' } );
	await assert.rejects( post( PAY, 'eight' ) );
	await control( fake, 'faults', { match: { path: '/v1/payment_*' }, kind: '429' } );
	assert.equal( ( await post( PAY, 'eight' ) ).status, 429 );
	assert.equal( await charges(), had );
	assert.equal( ( await post( PAY, 'eight' ) ).status, 200 );
} );

test( '500: kept by the key as Stripe keeps it; or in front of the endpoint; or after charging', async () => {
	const had = await charges();
	await control( fake, 'faults', { match: {}, kind: '500' } );
	assert.equal( ( await post( PAY, 'nine' ) ).error.type, 'api_error' );
	assert.equal( ( await post( PAY, 'nine' ) ).status, 500 );
	await control( fake, 'faults', { match: {}, kind: '500', kept: false } );
	assert.equal( ( await post( PAY, 'ten' ) ).status, 500 );
	assert.equal( await charges(), had );
	assert.equal( ( await post( PAY, 'ten' ) ).status, 200 );
	await control( fake, 'faults', { match: {}, kind: '500', after: true } );
	assert.equal( ( await post( PAY, 'eleven' ) ).status, 500 );
	assert.equal( await charges(), had + 2 );
} );

test( 'no answer at all, with and without a charge', async () => {
	for ( const charged of [ false, true ] ) {
		const had = await charges();
		await control( fake, 'faults', { match: {}, kind: 'timeout', after: charged } );
		await assert.rejects(
			fetch( `${ fake.origin }/v1/payment_intents`, {
				method: 'POST',
				body: new URLSearchParams( PAY ),
				headers: { Authorization: 'Bearer sk_test_ALPHA_secret' },
				signal: AbortSignal.timeout( 300 ),
			} )
		);
		assert.equal( await charges(), had + ( charged ? 1 : 0 ) );
	}
} );

test( 'what was sent can be read back', async () => {
	const { requests } = await control< { requests: Recorded[] } >(
		fake,
		'requests?path=/v1/payment_intents&method=POST'
	);
	const cut = requests.find( ( one ) => one.fault === 'cut-after' );
	assert.deepEqual(
		[ cut?.idempotency_key, cut?.status, cut?.account, cut?.body ],
		[ 'seven', 0, 'acct_ALPHA', PAY ]
	);
} );
