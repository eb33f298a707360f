import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import Stripe from 'stripe';
import type { FakeStripe } from './fake';
import { client, control, start } from './harness';

let fake: FakeStripe;
let stripe: Stripe;

before( async () => {
	fake = await start();
	stripe = client( fake );
	await control( fake, 'methods', { on: 'sepa_debit,ideal,blik' } );
} );

const newest = async ( type: string ) => ( await stripe.events.list( { limit: 1, type } ) ).data[ 0 ]?.data;

/** A method that a customer has left with a setup intent. */
async function left( card: string ) {
	const customer = ( await stripe.customers.create( { name: 'Ada' } ) ).id;
	const intent = await stripe.setupIntents.create( {
		customer,
		usage: 'off_session',
		automatic_payment_methods: { enabled: true },
		excluded_payment_method_types: [ 'ideal' ],
	} );
	assert.deepEqual( intent.payment_method_types, [ 'card', 'sepa_debit' ] );
	await control( fake, 'pay', { setup_intent: intent.id, card } );
	const { payment_method: id, mandate, status } = await stripe.setupIntents.retrieve( intent.id );
	assert.equal( status, 'succeeded' );
	return { customer, id: String( id ), mandate: mandate === null ? null : String( mandate ) };
}

const charge = ( customer: string, method: string ) =>
	stripe.paymentIntents.create( {
		amount: 4900,
		currency: 'eur',
		customer,
		payment_method: method,
		off_session: true,
		confirm: true,
		return_url: 'https://agency.example/',
	} );

test( 'a kept card is charged, renewed by the network, declined and taken out', async () => {
	const { customer, id } = await left( '4242424242424242' );
	assert.equal( ( await charge( customer, id ) ).status, 'succeeded' );
	await control( fake, `payment_methods/${ id }/change`, { what: 'renew', exp_year: 2040, last4: '1881' } );
	assert.equal( ( await stripe.paymentMethods.retrieve( id ) ).card?.last4, '1881' );
	const renewed = await newest( 'payment_method.automatically_updated' );
	assert.equal( ( renewed?.previous_attributes as { card: { last4: string } } ).card.last4, '4242' );

	await control( fake, `payment_methods/${ id }/change`, { what: 'decline' } );
	await assert.rejects( charge( customer, id ), ( error ) => {
		assert.ok( error instanceof Stripe.errors.StripeCardError );
		assert.equal( error.decline_code, 'insufficient_funds' );
		assert.equal( error.payment_intent?.status, 'requires_payment_method' );
		return true;
	} );
	await stripe.paymentMethods.detach( id );
	await assert.rejects( charge( customer, id ), /may not be used again/ );
} );

test( 'a kept account has a mandate for more than one payment, which can be revoked', async () => {
	const { customer, id, mandate } = await left( 'pm_sepa_debit' );
	assert.equal( ( await stripe.mandates.retrieve( String( mandate ) ) ).type, 'multi_use' );
	assert.equal( ( await charge( customer, id ) ).status, 'processing' );
	await control( fake, `payment_methods/${ id }/change`, { what: 'revoke' } );
	assert.equal( ( await stripe.mandates.retrieve( String( mandate ) ) ).status, 'inactive' );
	assert.equal( ( ( await newest( 'mandate.updated' ) )?.object as { id: string } ).id, mandate );
	await assert.rejects( charge( customer, id ), { code: 'payment_intent_mandate_invalid' } );
} );

test( 'a customer who is deleted leaves no methods', async () => {
	const { customer, id } = await left( '4242424242424242' );
	await stripe.customers.del( customer );
	assert.equal( ( await stripe.paymentMethods.retrieve( id ) ).customer, null );
	assert.equal( ( ( await newest( 'customer.deleted' ) )?.object as { id: string } ).id, customer );
} );

test( 'a number that is left twice has one fingerprint, another one has another', async () => {
	const fingerprint = async ( card: string ) =>
		( await stripe.paymentMethods.retrieve( ( await left( card ) ).id ) ).card?.fingerprint;
	const first = await fingerprint( 'pm_card_visa' );
	assert.match( String( first ), /^[A-Za-z0-9]{16}$/ );
	assert.equal( await fingerprint( 'pm_card_visa' ), first );
	assert.notEqual( await fingerprint( 'pm_card_mastercard' ), first );
} );
