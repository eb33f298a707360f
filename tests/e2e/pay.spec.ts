import http from 'node:http';
import type { Page, Request } from '@playwright/test';
import { expect, inspect, test } from './test';
import { BankPage } from './pages/bank-page';
import { PayView } from './pages/pay-view';
import { Portal } from './pages/portal';
import type { Agency } from './support/agency';
import { CARDS } from './support/stripe';

/** Somebody who is logged in, and an invoice of €1,428.00 for them. */
async function begin( agency: Agency, visitor: Page ) {
	const customer = await agency.customer( { at: visitor.context() } );
	const invoice = await agency.invoice( customer.client );
	const url = invoice.portal_url ?? '';
	return { customer, invoice, url, view: new PayView( visitor ), portal: new Portal( visitor ) };
}

/** Sends a page's question and hangs up as soon as it has left, before anything is answered. */
function askAndLeave( question: Request, cookie: string ): Promise< void > {
	return new Promise( ( resolve ) => {
		const line = http.request( question.url(), {
			method: question.method(),
			headers: { ...question.headers(), cookie, connection: 'close', 'content-length': 0 },
		} );
		// "Socket hang up": that is us.
		line.on( 'error', () => undefined );
		line.on( 'close', () => resolve() );
		line.on( 'finish', () => line.destroy() );
		line.end();
	} );
}

test.describe( 'Pay', () => {
	test( 'a card is charged once; badge, invoice, receipt, list and overview tell', async ( {
		agency,
		app,
		mailbox,
		page,
		stripe,
		visitor,
	} ) => {
		const { customer, invoice, url, view, portal } = await begin( agency, visitor );
		await visitor.goto( url );
		expect( await portal.badge() ).toBe( 1 );
		await view.open( url );
		await expect( visitor.getByRole( 'region', { name: 'Payment to Studio North' } ) ).toContainText( '€1,428.00' );
		await view.type( CARDS.good );
		await inspect( visitor, 'Pay' );
		await view.button.dblclick();
		await view.isPaid();
		await expect( visitor.getByRole( 'heading', { name: 'Paid', exact: true } ) ).toBeFocused();
		expect( await portal.badge() ).toBeNull();
		await inspect( visitor, 'Paid' );
		expect( ( await stripe.ledger( invoice.id ) ).totals ).toMatchObject( {
			eur: { charged: 142_800, charges: 1 },
		} );

		const receipt = await mailbox.find( customer.email, new RegExp( `^Receipt for invoice ${ invoice.number }` ) );
		expect( receipt.text ).toContain( '€1,428.00' );
		expect( receipt.text ).toContain( 'Visa ending in 4242' );
		await visitor.getByRole( 'link', { name: 'View the invoice' } ).click();
		await expect( visitor.getByText( 'Paid', { exact: true } ).first() ).toBeVisible();
		await expect( visitor.getByRole( 'link', { name: /^Pay / } ) ).toHaveCount( 0 );

		await app.open( `/invoices?search=${ invoice.number }`, 'Invoices' );
		await expect( page.getByRole( 'row' ).filter( { hasText: invoice.number ?? '' } ) ).toContainText( 'Paid' );
		await app.open( `/invoices/${ invoice.id }`, invoice.number ?? '' );
		await expect( page.getByRole( 'region', { name: 'Payments' } ) ).toContainText( 'Visa ending in 4242' );
		await expect( page.getByRole( 'region', { name: 'What happened' } ) ).toContainText( 'Robin Vale' );
		await app.open( '/', 'Overview' );
		await expect( page.getByRole( 'region', { name: 'Recent activity' } ) ).toContainText( invoice.number ?? '' );
	} );

	test( 'a declined card says why and another one is tried', async ( { agency, stripe, visitor, watch } ) => {
		const { invoice, url, view } = await begin( agency, visitor );
		await view.open( url );
		watch.expect( /status of 402/ );
		await view.pay( CARDS.noFunds );
		await expect( view.problem ).toContainText( /not enough money on this card/ );
		await expect( view.problem ).toBeFocused();
		await inspect( visitor, 'Declined' );
		expect( ( await stripe.ledger( invoice.id ) ).entries ).toHaveLength( 0 );

		await visitor.reload();
		await expect( view.problem ).toContainText( /not enough money on this card/ );
		await view.pay( CARDS.good );
		await view.isPaid();
		expect( ( await stripe.ledger( invoice.id ) ).totals ).toMatchObject( {
			eur: { charged: 142_800, charges: 1 },
		} );
	} );

	test( 'a bank asks in a dialog, and refusing it is no payment', async ( { agency, stripe, visitor, watch } ) => {
		const { invoice, url, view } = await begin( agency, visitor );
		await view.open( url );
		await view.pay( CARDS.asks );
		await visitor.getByRole( 'button', { name: 'Fail authentication' } ).click();
		await expect( view.problem ).toHaveText( /\S/ );
		expect( ( await stripe.ledger( invoice.id ) ).entries ).toHaveLength( 0 );
		watch.expect( /status of 402/ );

		await view.pay( CARDS.asks );
		await visitor.getByRole( 'button', { name: 'Complete authentication' } ).click();
		await view.isPaid();
		expect( ( await stripe.ledger( invoice.id ) ).totals ).toMatchObject( { eur: { charges: 1 } } );
	} );

	test( 'a bank asks on a page of its own and sends the payer back, paid', async ( {
		agency,
		mailbox,
		stripe,
		visitor,
	} ) => {
		const { customer, invoice, url, view } = await begin( agency, visitor );
		const bank = new BankPage( visitor );
		await stripe.askBy( 'redirect' );
		await view.open( url );
		await view.pay( CARDS.asks );
		await bank.isAsked( '1,428.00 EUR' );
		expect( ( await stripe.ledger( invoice.id ) ).entries ).toHaveLength( 0 );
		await bank.complete();
		await view.isPaid();
		// The page comes paid from the server; its script tidies the address a moment later.
		await expect( visitor ).not.toHaveURL( /secret/ );
		await inspect( visitor, 'Paid, back from the bank' );
		await mailbox.find( customer.email, new RegExp( `^Receipt for invoice ${ invoice.number }` ) );
		await visitor.reload();
		await view.isPaid();
		expect( ( await stripe.ledger( invoice.id ) ).totals ).toMatchObject( {
			eur: { charged: 142_800, charges: 1 },
		} );
	} );

	test( 'refused on the bank’s page it is no payment, and another card is tried', async ( {
		agency,
		stripe,
		visitor,
	} ) => {
		const { invoice, url, view } = await begin( agency, visitor );
		const bank = new BankPage( visitor );
		await stripe.askBy( 'redirect' );
		await view.open( url );
		await view.pay( CARDS.asks );
		await bank.refuse();
		await expect( view.problem ).toContainText( /bank could not confirm/ );
		await expect( view.button ).toBeEnabled();
		await inspect( visitor, 'Refused by the bank' );
		expect( ( await stripe.ledger( invoice.id ) ).entries ).toHaveLength( 0 );

		await view.pay( CARDS.good );
		await view.isPaid();
		await expect( view.problem ).toBeHidden();
		expect( ( await stripe.ledger( invoice.id ) ).totals ).toMatchObject( {
			eur: { charged: 142_800, charges: 1 },
		} );
	} );

	test( 'whoever never comes back from the bank’s page sees it paid at the next look', async ( {
		agency,
		mailbox,
		stripe,
		visitor,
	} ) => {
		const { customer, invoice, url, view } = await begin( agency, visitor );
		const context = visitor.context();
		await stripe.askBy( 'redirect' );
		// Nobody tells the site: neither the card network nor this tab.
		await stripe.blockWebhooks();
		await view.open( url );
		await view.pay( CARDS.asks );
		const bank = new BankPage( visitor );
		await bank.completeAndClose();
		expect( ( await stripe.ledger( invoice.id ) ).totals ).toMatchObject( { eur: { charged: 142_800 } } );

		const next = await context.newPage();
		await next.goto( url );
		await expect( next.getByText( 'Paid', { exact: true } ).first() ).toBeVisible();
		await expect( next.getByRole( 'link', { name: /^Pay / } ) ).toHaveCount( 0 );
		await mailbox.find( customer.email, new RegExp( `^Receipt for invoice ${ invoice.number }` ) );
	} );

	test( 'a tab that is closed during payment loses nothing', async ( { agency, mailbox, stripe, visitor } ) => {
		const { customer, invoice, url, view } = await begin( agency, visitor );
		await stripe.blockWebhooks();
		await view.open( url );
		const context = visitor.context();
		const asked = new Promise< void >( ( resolve ) => {
			// The card was charged; the site is never told by this tab.
			void context.route( '**/portal/payments/*/refresh', () => resolve() );
		} );
		await view.pay( CARDS.good );
		await asked;
		await visitor.close();
		expect( ( await stripe.ledger( invoice.id ) ).totals ).toMatchObject( { eur: { charged: 142_800 } } );

		await context.unroute( '**/portal/payments/*/refresh' );
		const back = await context.newPage();
		await back.goto( url.replace( 'view=invoice', 'view=pay' ) );
		await new PayView( back ).isPaid();
		await mailbox.find( customer.email, new RegExp( `^Receipt for invoice ${ invoice.number }` ) );
	} );

	test( 'a reader who leaves before the answer is mailed the receipt all the same', async ( {
		agency,
		mailbox,
		stripe,
		visitor,
	} ) => {
		const { customer, invoice, url, view } = await begin( agency, visitor );
		await stripe.blockWebhooks();
		await view.open( url );
		const asked = new Promise< Request >( ( resolve ) => {
			void visitor.route( '**/portal/payments/*/refresh', ( route ) => resolve( route.request() ) );
		} );
		await view.pay( CARDS.good );
		const question = await asked;
		const cookies = ( await visitor.context().cookies( url ) ).map( ( { name, value } ) => `${ name }=${ value }` );
		await visitor.close();
		await askAndLeave( question, cookies.join( '; ' ) );
		const receipt = await mailbox.find( customer.email, new RegExp( `^Receipt for invoice ${ invoice.number }` ) );
		expect( receipt.text ).toContain( '€1,428.00' );
	} );

	test( 'with the webhook blocked it works as well, and its late arrival changes nothing', async ( {
		agency,
		mailbox,
		stripe,
		visitor,
	} ) => {
		const { customer, invoice, url, view } = await begin( agency, visitor );
		await stripe.blockWebhooks();
		await view.open( url );
		await view.pay( CARDS.good );
		await view.isPaid();
		await mailbox.find( customer.email, /^Receipt/ );
		await stripe.deliverWebhooks();
		const after = await agency.call( 'invoices.get', { id: invoice.id } );
		expect( after.totals.paid.amount ).toBe( 142_800 );
		expect( after.payments.filter( ( { state } ) => state === 'succeeded' ) ).toHaveLength( 1 );
		expect(
			( await mailbox.to( customer.email ) ).filter( ( { subject } ) => /^Receipt/.test( subject ) )
		).toHaveLength( 1 );
	} );

	test( 'a payment on its way is shown as that, until it is through', async ( { agency, stripe, visitor } ) => {
		const { url, view } = await begin( agency, visitor );
		await view.open( url );
		const confirmed = visitor.waitForRequest( /\/payment_intents\/pi_\w+\/confirm/ );
		await view.pay( CARDS.slow );
		await expect( visitor.getByRole( 'heading', { name: 'Your payment is on its way' } ) ).toBeVisible();
		await inspect( visitor, 'Processing' );
		const intent = /pi_\w+/.exec( ( await confirmed ).url() )?.[ 0 ] ?? '';
		await stripe.settle( intent, 'succeeded' );
		await view.isPaid();
	} );
} );
