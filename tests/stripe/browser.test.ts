import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, beforeEach, test } from 'node:test';
import AxeBuilder from '@axe-core/playwright';
import { chromium, type Browser, type Page } from '@playwright/test';
import type Stripe from 'stripe';
import { browserOptions } from '../../scripts/lib/browser.mjs';
import type { FakeStripe } from './fake';
import { client, control, start } from './harness';
import type { Ledger } from './ledger';

let fake: FakeStripe;
let stripe: Stripe;
let browser: Browser;
let page: Page;
let intent: Stripe.PaymentIntent;

/** A shop with nothing but the form; `redirect` as its address says. */
const shop = createServer( ( request, response ) => {
	const query = new URL( request.url ?? '/', 'http://shop.example' ).searchParams;
	response.writeHead( 200, { 'Content-Type': 'text/html; charset=utf-8' } ).end( `<!doctype html>
<html lang="en"><head><title>Pay</title><meta name="viewport" content="width=device-width, initial-scale=1"></head>
<body><main><h1>Pay</h1><form><div id="card"></div><p><button>Pay</button></p></form><p role="status"></p></main>
<script src="${ fake.origin }/v3/"></script>
<script>
const say = ( text ) => ( document.querySelector( '[role=status]' ).textContent = text );
const stripe = Stripe( 'pk_test_ALPHA_public' );
const elements = stripe.elements( { clientSecret: '${ query.get( 'secret' ) ?? '' }', locale: 'en',
	appearance: { variables: { colorPrimary: '#7a2e8e', borderRadius: '9px' } } } );
const element = elements.create( 'payment' );
element.on( 'ready', () => say( 'ready' ) );
element.on( 'loaderror', ( event ) => say( 'loaderror: ' + event.error.code ) );
element.on( 'change', ( event ) => ( document.body.dataset.complete = event.complete ) );
element.mount( '#card' );
document.querySelector( 'form' ).addEventListener( 'submit', async ( event ) => {
	event.preventDefault();
	const { error: mistake } = await elements.submit();
	if ( mistake ) return say( mistake.code );
	const { error, paymentIntent } = await stripe.confirmPayment( { elements,
		confirmParams: { return_url: location.href }, redirect: '${ query.get( 'redirect' ) ?? 'if_required' }' } );
	say( error ? error.message : paymentIntent.status );
} );
</script></body></html>` );
} );

before( async () => {
	fake = await start();
	stripe = client( fake );
	await new Promise< void >( ( done ) => shop.listen( 0, '127.0.0.1', done ) );
	browser = await chromium.launch( browserOptions() );
} );

after( async () => {
	await browser.close();
	shop.closeAllConnections();
	shop.close();
} );

beforeEach( async () => {
	await page?.context().close();
	page = await ( await browser.newContext( { viewport: { width: 390, height: 800 } } ) ).newPage();
	page.setDefaultTimeout( 5000 );
	intent = await stripe.paymentIntents.create( { amount: 4200, currency: 'usd' } );
} );

async function open( more = '' ): Promise< void > {
	const { port } = shop.address() as AddressInfo;
	await page.goto( `http://127.0.0.1:${ port }/?secret=${ intent.client_secret }${ more }` );
	await page.getByText( 'ready', { exact: true } ).waitFor();
}

async function fill( number: string, expiry = '12 / 40', cvc = '123' ): Promise< void > {
	await page.getByLabel( 'Card number' ).fill( number );
	await page.getByLabel( 'Expiration date' ).fill( expiry );
	await page.getByLabel( 'Security code' ).fill( cvc );
}

const press = ( name = 'Pay' ) => page.getByRole( 'button', { name } ).click();
const says = ( text: string ) => page.getByRole( 'status' ).filter( { hasText: text } ).waitFor();
const status = async () => ( await stripe.paymentIntents.retrieve( intent.id ) ).status;

test( "a card pays; the form is accessible and in the brand's colours", async () => {
	await open();
	const number = page.getByLabel( 'Card number' );
	await number.pressSequentially( '4242424242424242' );
	assert.equal( await number.inputValue(), '4242 4242 4242 4242' );
	assert.equal( await number.evaluate( ( input ) => getComputedStyle( input ).borderRadius ), '9px' );
	await page.getByLabel( 'Expiration date' ).pressSequentially( '1240' );
	await page.getByLabel( 'Security code' ).pressSequentially( '123' );
	assert.equal( await page.locator( 'body' ).getAttribute( 'data-complete' ), 'true' );
	assert.deepEqual( ( await new AxeBuilder( { page } ).analyze() ).violations, [] );
	await press();
	await says( 'succeeded' );
	assert.equal( await status(), 'succeeded' );
} );

test( 'mistakes are shown at the field and nothing is sent', async () => {
	await open();
	await fill( '4242 4242 4242 4241', '12 / 20', '1' );
	await press();
	await says( 'invalid_number' );
	await page.getByText( 'Your card number is invalid.' ).waitFor();
	await page.getByText( "Your card's expiration year is in the past." ).waitFor();
	await page.getByText( "Your card's security code is incomplete." ).waitFor();
	assert.equal( await page.getByLabel( 'Card number' ).getAttribute( 'aria-invalid' ), 'true' );
	assert.deepEqual( ( await new AxeBuilder( { page } ).analyze() ).violations, [] );
	assert.equal( await status(), 'requires_payment_method' );
} );

test( 'a declined card says why, another one pays', async () => {
	await open();
	await fill( '4000000000009995' );
	await press();
	await says( 'Your card has insufficient funds.' );
	await fill( '5555555555554444' );
	await press();
	await says( 'succeeded' );
} );

test( '3-D Secure in a dialog: passed, failed, left with Escape', async () => {
	await open();
	await fill( '4000002760003184' );
	await press();
	const dialog = page.getByRole( 'dialog', { name: '3-D Secure (test)' } );
	await dialog.waitFor();
	assert.deepEqual( ( await new AxeBuilder( { page } ).analyze() ).violations, [] );
	await press( 'Fail authentication' );
	await says( 'unable to authenticate' );
	assert.equal( await status(), 'requires_payment_method' );
	await press();
	await dialog.waitFor();
	await page.keyboard.press( 'Escape' );
	await dialog.waitFor( { state: 'detached' } );
	await press();
	await press( 'Complete authentication' );
	await says( 'succeeded' );
	assert.equal( ( await control< Ledger >( fake, `ledger?payment_intent=${ intent.id }` ) ).entries.length, 1 );
} );

test( '3-D Secure by leaving the page and coming back', async () => {
	await control( fake, 'authentication', { mode: 'redirect' } );
	await open();
	await fill( '4000002500003155' );
	await press();
	await page.getByRole( 'heading', { name: '3-D Secure (test)' } ).waitFor();
	await press( 'Complete authentication' );
	await page.waitForURL( /redirect_status=succeeded/ );
	assert.equal( new URL( page.url() ).searchParams.get( 'payment_intent' ), intent.id );
	assert.equal( await status(), 'succeeded' );
	await control( fake, 'authentication', { mode: 'dialog' } );
} );

test( 'always redirected when asked; a payment in processing comes back as pending', async () => {
	await open( '&redirect=always' );
	await fill( '4000000000007007' );
	await press();
	await page.waitForURL( /redirect_status=pending/ );
} );

test( 'an intent that is not there is a load error', async () => {
	const { port } = shop.address() as AddressInfo;
	await page.goto( `http://127.0.0.1:${ port }/?secret=pi_none_secret_none` );
	await says( 'loaderror: resource_missing' );
} );
