import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type Stripe from 'stripe';
import type { FakeStripe } from './fake';
import { client, control, RETURN_URL, start, thrown } from './harness';
import type { Ledger } from './ledger';

let fake: FakeStripe;
let stripe: Stripe;

before( async () => {
	fake = await start();
	stripe = client( fake );
} );

const paid = ( amount: number, currency = 'usd', card = 'pm_card_visa' ) =>
	stripe.paymentIntents.create( { amount, currency, confirm: true, payment_method: card, return_url: RETURN_URL } );

test( 'in parts, never more than was taken', async () => {
	const intent = await paid( 1000 );
	const first = await stripe.refunds.create( {
		payment_intent: intent.id,
		amount: 300,
		reason: 'requested_by_customer',
		metadata: { a: 'b' },
	} );
	assert.equal( first.status, 'succeeded' );
	const tooMuch = await thrown( stripe.refunds.create( { payment_intent: intent.id, amount: 701 } ) );
	assert.match( tooMuch.message, /greater than unrefunded amount/ );
	const rest = await stripe.refunds.create( { charge: String( intent.latest_charge ) } );
	assert.equal( rest.amount, 700 );
	assert.equal(
		( await thrown( stripe.refunds.create( { payment_intent: intent.id } ) ) ).code,
		'charge_already_refunded'
	);
	const charge = await stripe.charges.retrieve( String( intent.latest_charge ), { expand: [ 'refunds' ] } );
	assert.deepEqual( [ charge.refunded, charge.amount_refunded, charge.refunds?.data.length ], [ true, 1000, 2 ] );
	const booked = await stripe.balanceTransactions.retrieve( String( rest.balance_transaction ) );
	assert.equal( booked.net, -700 );
} );

test( 'ten at once: what was taken is the limit', async () => {
	const intent = await paid( 1000 );
	const all = await Promise.allSettled(
		Array.from( { length: 10 }, () => stripe.refunds.create( { payment_intent: intent.id, amount: 400 } ) )
	);
	assert.equal( all.filter( ( one ) => one.status === 'fulfilled' ).length, 2 );
} );

test( 'a pending refund that fails gives the money back to the account', async () => {
	const intent = await paid( 1000, 'eur', 'pm_card_pendingRefund' );
	const refund = await stripe.refunds.create( { payment_intent: intent.id } );
	assert.equal( refund.status, 'pending' );
	await control( fake, `refunds/${ refund.id }/advance`, { outcome: 'failed' } );
	const after = await stripe.refunds.retrieve( refund.id );
	assert.equal( after.status, 'failed' );
	const charge = await stripe.charges.retrieve( String( intent.latest_charge ) );
	assert.deepEqual( [ charge.refunded, charge.amount_refunded ], [ false, 0 ] );
	const types = ( await stripe.events.list( { type: 'refund.*' } ) ).data.map( ( event ) => event.type );
	assert.deepEqual( types.slice( 0, 2 ), [ 'refund.updated', 'refund.failed' ] );
} );

test( 'the ledger adds up to what charges and refunds say', async () => {
	await paid( 5000, 'jpy' );
	await paid( 5120, 'kwd' );
	const { entries, totals } = await control< Ledger >( fake, 'ledger' );
	const charges = await stripe.charges.list( { limit: 100 } );
	for ( const [ currency, sum ] of Object.entries( totals ) ) {
		const good = charges.data.filter( ( one ) => one.currency === currency && one.paid );
		const charged = good.reduce( ( all, one ) => all + one.amount_captured, 0 );
		const refunded = good.reduce( ( all, one ) => all + one.amount_refunded, 0 );
		assert.deepEqual( [ sum.charged, sum.refunded, sum.net ], [ charged, refunded, charged - refunded ] );
	}
	assert.equal( totals.kwd?.net, 5120 );
	assert.equal(
		entries.every( ( entry ) => entry.account === 'acct_ALPHA' ),
		true
	);
} );
