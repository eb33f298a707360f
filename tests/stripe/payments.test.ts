import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type Stripe from 'stripe';
import type { FakeStripe } from './fake';
import { client, control, raw, RETURN_URL, start, thrown } from './harness';

let fake: FakeStripe;
let stripe: Stripe;

before( async () => {
	fake = await start();
	stripe = client( fake );
} );

const usd = ( amount: number, more: Partial< Stripe.PaymentIntentCreateParams > = {} ) =>
	stripe.paymentIntents.create( {
		amount,
		currency: 'usd',
		automatic_payment_methods: { enabled: true },
		...more,
	} );

test( 'a payment from customer to balance', async () => {
	const customer = await stripe.customers.create( { email: 'anna@klient.example', name: 'Łódź Sp. z o.o.' } );
	const intent = await usd( 2500, {
		customer: customer.id,
		setup_future_usage: 'off_session',
		description: 'Invoice 7',
		metadata: { invoice: '7' },
		receipt_email: 'anna@klient.example',
		statement_descriptor_suffix: 'INV 7',
	} );
	assert.equal( intent.status, 'requires_payment_method' );
	const paid = await stripe.paymentIntents.confirm( intent.id, {
		payment_method: 'pm_card_visa',
		return_url: RETURN_URL,
		expand: [ 'latest_charge.balance_transaction', 'payment_method', 'customer' ],
	} );
	assert.equal( paid.status, 'succeeded' );
	assert.equal( paid.amount_received, 2500 );
	const charge = paid.latest_charge as Stripe.Charge;
	assert.equal( charge.metadata.invoice, '7' );
	const booked = charge.balance_transaction as Stripe.BalanceTransaction;
	assert.deepEqual( [ booked.amount, booked.fee, booked.net ], [ 2500, 103, 2397 ] );
	const methods = await stripe.customers.listPaymentMethods( customer.id );
	assert.equal( methods.data[ 0 ]?.card?.last4, '4242' );
	const later = await usd( 900, {
		customer: customer.id,
		payment_method: methods.data[ 0 ]?.id ?? '',
		off_session: true,
		confirm: true,
		return_url: RETURN_URL,
	} );
	assert.equal( later.status, 'succeeded' );
} );

const declines = [
	[ 'pm_card_chargeDeclined', 'card_declined', 'generic_decline' ],
	[ 'pm_card_chargeDeclinedInsufficientFunds', 'card_declined', 'insufficient_funds' ],
	[ 'pm_card_chargeDeclinedExpiredCard', 'expired_card', 'expired_card' ],
	[ 'pm_card_chargeDeclinedIncorrectCvc', 'incorrect_cvc', 'incorrect_cvc' ],
] as const;

for ( const [ card, code, declineCode ] of declines ) {
	test( `${ card } is declined, and another card can pay`, async () => {
		const intent = await usd( 1000 );
		const error = await thrown(
			stripe.paymentIntents.confirm( intent.id, { payment_method: card, return_url: RETURN_URL } )
		);
		assert.deepEqual(
			[ error.statusCode, error.type, error.code, error.decline_code ],
			[ 402, 'StripeCardError', code, declineCode ]
		);
		const failed = await stripe.paymentIntents.retrieve( intent.id, { expand: [ 'latest_charge' ] } );
		assert.equal( failed.status, 'requires_payment_method' );
		assert.equal( failed.last_payment_error?.decline_code, declineCode );
		assert.equal( ( failed.latest_charge as Stripe.Charge ).status, 'failed' );
		const paid = await stripe.paymentIntents.confirm( intent.id, {
			payment_method: 'pm_card_mastercard',
			return_url: RETURN_URL,
		} );
		assert.equal( paid.status, 'succeeded' );
		assert.equal( paid.last_payment_error, null );
	} );
}

test( '3-D Secure: a page to go to, and back with what came of it', async () => {
	const intent = await usd( 1000 );
	const asked = await stripe.paymentIntents.confirm( intent.id, {
		payment_method: 'pm_card_authenticationRequired',
		return_url: `${ RETURN_URL }?invoice=7`,
	} );
	assert.equal( asked.status, 'requires_action' );
	const url = asked.next_action?.redirect_to_url?.url ?? '';
	assert.match( await ( await fetch( url ) ).text(), /Complete authentication/ );
	const back = await fetch( `${ url }&outcome=complete`, { method: 'POST', redirect: 'manual' } );
	const location = new URL( back.headers.get( 'location' ) ?? '' );
	assert.equal( location.searchParams.get( 'redirect_status' ), 'succeeded' );
	assert.equal( location.searchParams.get( 'payment_intent' ), intent.id );
	assert.equal( location.searchParams.get( 'invoice' ), '7' );
	assert.equal( ( await stripe.paymentIntents.retrieve( intent.id ) ).status, 'succeeded' );
	await fetch( `${ url }&outcome=complete`, { method: 'POST', redirect: 'manual' } );
	assert.equal( ( await stripe.charges.list( { payment_intent: intent.id } ) ).data.length, 1 );
} );

test( '3-D Secure failed, and passed but declined', async () => {
	const first = await usd( 1000 );
	await control( fake, 'pay', { payment_intent: first.id, card: '4000002760003184', authenticate: 'fail' } );
	const failed = await stripe.paymentIntents.retrieve( first.id );
	assert.equal( failed.last_payment_error?.code, 'payment_intent_authentication_failure' );
	assert.equal( failed.latest_charge, null );
	const second = await usd( 1000 );
	await control( fake, 'pay', { payment_intent: second.id, card: '4000008400001629', authenticate: 'complete' } );
	const declined = await stripe.paymentIntents.retrieve( second.id );
	assert.equal( declined.status, 'requires_payment_method' );
	assert.equal( declined.last_payment_error?.code, 'card_declined' );
} );

test( 'a card saved with 3-D Secure pays off session; one that always asks does not', async () => {
	const customer = await stripe.customers.create();
	for ( const [ card, passes ] of [
		[ '4000002500003155', true ],
		[ '4000002760003184', false ],
	] as const ) {
		const setup = await stripe.setupIntents.create( { customer: customer.id, usage: 'off_session' } );
		await control( fake, 'pay', { setup_intent: setup.id, card, authenticate: 'complete' } );
		const saved = await stripe.setupIntents.retrieve( setup.id );
		assert.equal( saved.status, 'succeeded' );
		const work = usd( 1000, {
			customer: customer.id,
			payment_method: String( saved.payment_method ),
			off_session: true,
			confirm: true,
			return_url: RETURN_URL,
		} );
		if ( passes ) {
			assert.equal( ( await work ).status, 'succeeded' );
		} else {
			assert.equal( ( await thrown( work ) ).code, 'authentication_required' );
		}
	}
} );

test( 'the card that can be saved but not charged', async () => {
	const customer = await stripe.customers.create();
	const method = await stripe.paymentMethods.attach( 'pm_card_chargeCustomerFail', { customer: customer.id } );
	const error = await thrown(
		usd( 1000, {
			customer: customer.id,
			payment_method: method.id,
			off_session: true,
			confirm: true,
			return_url: RETURN_URL,
		} )
	);
	assert.equal( error.code, 'card_declined' );
	assert.equal(
		( await thrown( stripe.paymentMethods.attach( 'pm_card_chargeDeclined', { customer: customer.id } ) ) ).code,
		'card_declined'
	);
	assert.equal( ( await stripe.paymentMethods.detach( method.id ) ).customer, null );
} );

test( 'a payment in processing is settled later, either way', async () => {
	for ( const [ outcome, status, moved ] of [
		[ 'succeeded', 'succeeded', 1000 ],
		[ 'failed', 'requires_payment_method', undefined ],
	] as const ) {
		const intent = await usd( 1000, {
			confirm: true,
			payment_method: 'pm_card_processing',
			return_url: RETURN_URL,
		} );
		assert.equal( intent.status, 'processing' );
		assert.equal(
			( await thrown( stripe.paymentIntents.cancel( intent.id ) ) ).code,
			'payment_intent_unexpected_state'
		);
		await control( fake, `payment_intents/${ intent.id }/advance`, { outcome } );
		assert.equal( ( await stripe.paymentIntents.retrieve( intent.id ) ).status, status );
		const { totals } = await control< { totals: Record< string, { net: number } > } >(
			fake,
			`ledger?payment_intent=${ intent.id }`
		);
		assert.equal( totals.usd?.net, moved );
	}
} );

test( 'states that allow no more', async () => {
	const paid = await usd( 1000, { confirm: true, payment_method: 'pm_card_visa', return_url: RETURN_URL } );
	const again = await thrown(
		stripe.paymentIntents.confirm( paid.id, { payment_method: 'pm_card_visa', return_url: RETURN_URL } )
	);
	assert.equal( again.code, 'payment_intent_unexpected_state' );
	assert.equal(
		( await thrown( stripe.paymentIntents.update( paid.id, { amount: 5 } ) ) ).code,
		'payment_intent_unexpected_state'
	);
	assert.equal( ( await stripe.paymentIntents.update( paid.id, { metadata: { note: 'x' } } ) ).metadata.note, 'x' );
	const canceled = await stripe.paymentIntents.cancel( ( await usd( 1000 ) ).id, {
		cancellation_reason: 'abandoned',
	} );
	assert.equal( canceled.cancellation_reason, 'abandoned' );
	const used = await thrown(
		usd( 1000, { confirm: true, payment_method: String( paid.payment_method ), return_url: RETURN_URL } )
	);
	assert.match( used.message, /previously used/ );
} );

test( 'a server that confirms says where to come back to, and sends no card numbers', async () => {
	const had = ( await stripe.paymentIntents.list( { limit: 100 } ) ).data.length;
	const nowhere = await thrown( usd( 1000, { confirm: true, payment_method: 'pm_card_visa' } ) );
	assert.equal( nowhere.param, 'return_url' );
	assert.equal( ( await stripe.paymentIntents.list( { limit: 100 } ) ).data.length, had );
	const body = 'type=card&card[number]=4242424242424242&card[exp_month]=12&card[exp_year]=2040&card[cvc]=123';
	assert.match(
		String( ( await raw( fake, 'POST', '/v1/payment_methods', { body } ) ).error.message ),
		/generally unsafe/
	);
} );
