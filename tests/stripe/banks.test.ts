import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type Stripe from 'stripe';
import type { FakeStripe } from './fake';
import { client, control, raw, RETURN_URL, start } from './harness';
import type { Ledger } from './ledger';

const DAY = 24 * 3600;

let fake: FakeStripe;
let stripe: Stripe;
let gone = 0;

before( async () => {
	fake = await start();
	stripe = client( fake );
	await control( fake, 'methods', { on: 'sepa_debit,p24,blik,ideal,bacs_debit,us_bank_account' } );
} );

/** The fake's clock, and with it what banks do, goes on so many days. */
const days = ( many: number ) => control( fake, 'clock', { offset: ( gone += many * DAY ) } );

const made = ( currency: string, more: Partial< Stripe.PaymentIntentCreateParams > = {} ) =>
	stripe.paymentIntents.create( { amount: 5000, currency, ...more } );

const paid = async ( currency: string, method: string ) => {
	const intent = await made( currency );
	await control( fake, 'pay', { payment_intent: intent.id, card: method } );
	return intent.id;
};

const now = ( id: string ) => stripe.paymentIntents.retrieve( id, { expand: [ 'latest_charge' ] } );

const types = async () => ( await stripe.events.list( { limit: 100 } ) ).data.map( ( { type } ) => type ).reverse();

test( 'an account offers what it has in the currency, less what a payment is not to be offered', async () => {
	assert.deepEqual( ( await made( 'pln' ) ).payment_method_types, [ 'card', 'blik', 'p24' ] );
	assert.deepEqual( ( await made( 'eur' ) ).payment_method_types, [ 'card', 'ideal', 'p24', 'sepa_debit' ] );
	const less = await made( 'eur', { excluded_payment_method_types: [ 'p24', 'ideal' ] } );
	assert.deepEqual( less.payment_method_types, [ 'card', 'sepa_debit' ] );
	const { body } = await raw( fake, 'GET', '/v1/payment_method_configurations' );
	const [ configuration ] = body.data as Record< string, { available: boolean } >[];
	assert.deepEqual(
		[ configuration?.blik?.available, configuration?.eps?.available, configuration?.card?.available ],
		[ true, false, true ]
	);
} );

test( 'a debit settles after days, with its mandate', async () => {
	const id = await paid( 'eur', 'AT61 1904 3002 3457 3201' );
	assert.equal( ( await now( id ) ).status, 'processing' );
	await days( 4 );
	assert.equal( ( await now( id ) ).status, 'processing' );
	await days( 2 );
	const intent = await now( id );
	assert.deepEqual( [ intent.status, intent.amount_received ], [ 'succeeded', 5000 ] );
	const details = ( intent.latest_charge as Stripe.Charge ).payment_method_details?.sepa_debit;
	assert.equal( details?.last4, '3201' );
	const mandate = await stripe.mandates.retrieve( String( details?.mandate ) );
	assert.match( mandate.payment_method_details.sepa_debit?.reference ?? '', /^[A-Z0-9]{16}$/ );
	assert.equal(
		( await stripe.accounts.retrieveCurrent() ).settings?.sepa_debit_payments?.creditor_id,
		'AT98ZZZ00000000001'
	);
} );

test( 'a debit that fails days later can be tried again', async () => {
	const id = await paid( 'eur', 'pm_sepa_debit_fails' );
	await days( 6 );
	const intent = await now( id );
	assert.equal( intent.status, 'requires_payment_method' );
	assert.equal( intent.last_payment_error?.decline_code, 'insufficient_funds' );
	assert.equal( intent.last_payment_error?.payment_method?.type, 'sepa_debit' );
	assert.equal( ( intent.latest_charge as Stripe.Charge ).failure_code, 'insufficient_funds' );
	await control( fake, 'pay', { payment_intent: id } );
	assert.equal( ( await now( id ) ).status, 'succeeded' );
} );

test( 'a debit that comes back is a dispute that is lost at once; the payment stays succeeded', async () => {
	const netBefore = ( await control< Ledger >( fake, 'ledger' ) ).totals.eur?.net ?? 0;
	const id = await paid( 'eur', 'pm_sepa_debit_returned' );
	await days( 6 );
	assert.deepEqual( ( await stripe.disputes.list( { payment_intent: id } ) ).data, [] );
	await days( 21 );
	const [ dispute ] = ( await stripe.disputes.list( { payment_intent: id } ) ).data;
	assert.deepEqual( [ dispute?.status, dispute?.reason, dispute?.amount ], [ 'lost', 'debit_not_authorized', 5000 ] );
	assert.equal( ( await now( id ) ).status, 'succeeded' );
	assert.equal( ( ( await now( id ) ).latest_charge as Stripe.Charge ).disputed, true );
	assert.deepEqual( ( await types() ).slice( -3 ), [
		'charge.dispute.created',
		'charge.dispute.funds_withdrawn',
		'charge.dispute.closed',
	] );
	assert.equal( ( await control< Ledger >( fake, 'ledger' ) ).totals.eur?.net, netBefore );
	assert.deepEqual( await stripe.disputes.retrieve( String( dispute?.id ) ), dispute );
} );

test( 'debits of other countries: succeed, fail and come back', async () => {
	const [ good, bad, back ] = await Promise.all( [
		paid( 'gbp', 'pm_bacs_debit' ),
		paid( 'gbp', 'pm_bacs_debit_fails' ),
		paid( 'usd', 'pm_us_bank_account_returned' ),
	] );
	await days( 5 );
	assert.deepEqual(
		( await Promise.all( [ now( good ), now( bad ), now( back ) ] ) ).map( ( { status } ) => status ),
		[ 'succeeded', 'requires_payment_method', 'succeeded' ]
	);
	await days( 31 );
	assert.equal( ( await stripe.disputes.list( { payment_intent: back } ) ).data[ 0 ]?.status, 'lost' );
} );

test( 'at a bank the payer confirms or does not', async () => {
	for ( const [ currency, method ] of [
		[ 'pln', 'blik' ],
		[ 'pln', 'p24' ],
		[ 'eur', 'ideal' ],
	] as const ) {
		const intent = await made( currency, {
			confirm: true,
			payment_method: `pm_${ method }`,
			return_url: RETURN_URL,
		} );
		assert.equal( intent.next_action?.type, 'redirect_to_url' );
		const page = String( intent.next_action?.redirect_to_url?.url );
		const answer = await fetch( `${ page }&outcome=complete`, { method: 'POST', redirect: 'manual' } );
		assert.match( answer.headers.get( 'location' ) ?? '', /redirect_status=succeeded/ );
		const after = await now( intent.id );
		assert.deepEqual(
			[ after.status, ( after.latest_charge as Stripe.Charge ).payment_method_details?.type ],
			[ 'succeeded', method ]
		);
	}
	const refused = await made( 'pln', { confirm: true, payment_method: 'pm_blik', return_url: RETURN_URL } );
	await control( fake, `payment_intents/${ refused.id }/advance`, { outcome: 'failed' } );
	assert.equal( ( await now( refused.id ) ).status, 'requires_payment_method' );
} );

test( 'a dispute: an inquiry takes nothing; else the money is withdrawn, and comes again when it is won', async () => {
	const net = async () => ( await control< Ledger >( fake, 'ledger' ) ).totals.usd?.net ?? 0;
	const asked = await paid( 'usd', '4242424242424242' );
	const netBefore = await net();
	const inquiry = await control< Stripe.Dispute >( fake, 'dispute', { payment_intent: asked, inquiry: true } );
	assert.deepEqual( [ inquiry.status, await net() ], [ 'warning_needs_response', netBefore ] );
	await control( fake, `disputes/${ inquiry.id }/advance`, { outcome: 'won' } );
	assert.equal( ( await stripe.disputes.retrieve( inquiry.id ) ).status, 'warning_closed' );

	const other = await paid( 'usd', '4242424242424242' );
	const dispute = await control< Stripe.Dispute >( fake, 'dispute', { payment_intent: other } );
	assert.equal( await net(), netBefore );
	await control( fake, `disputes/${ dispute.id }/advance`, { outcome: 'answered' } );
	assert.equal( ( await stripe.disputes.retrieve( dispute.id ) ).status, 'under_review' );
	await control( fake, `disputes/${ dispute.id }/advance`, { outcome: 'won' } );
	assert.equal( await net(), netBefore + 5000 );
	assert.equal( ( await stripe.disputes.retrieve( dispute.id ) ).balance_transactions.length, 2 );
} );
