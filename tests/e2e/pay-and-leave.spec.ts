import http from 'node:http';
import type { Request } from '@playwright/test';
import { expect, test } from './test';
import { BankPage } from './pages/bank-page';
import { PayView } from './pages/pay-view';
import { begin, findReceipt, isChargedOnce } from './support/paying';
import { CARDS } from './support/stripe';

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

/** Whatever is closed or blocked, and whenever: nothing is lost and nothing is charged twice. */
test.describe( 'Pay and leave', () => {
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
		await isChargedOnce( stripe, invoice );

		const next = await context.newPage();
		await next.goto( url );
		await expect( next.getByText( 'Paid', { exact: true } ).first() ).toBeVisible();
		await expect( next.getByRole( 'link', { name: /^Pay / } ) ).toHaveCount( 0 );
		await findReceipt( mailbox, customer, invoice );
	} );

	test( 'a tab that is closed during payment loses nothing', async ( { agency, mailbox, stripe, visitor } ) => {
		const { customer, invoice, url, view } = await begin( agency, visitor );
		await stripe.blockWebhooks();
		await view.open( url );
		const context = visitor.context();
		const asked = new Promise< void >( ( resolve ) => {
			// The card was charged; the site is never told by this tab.
			void context.route( '**/portal/payments/*/refresh*', () => resolve() );
		} );
		await view.pay( CARDS.good );
		await asked;
		await visitor.close();
		await isChargedOnce( stripe, invoice );

		await context.unroute( '**/portal/payments/*/refresh*' );
		const back = await context.newPage();
		await back.goto( url );
		await expect( back.getByText( 'Paid', { exact: true } ).first() ).toBeVisible();
		await back.goto( url.replace( 'view=invoice', 'view=pay' ) );
		await new PayView( back ).isPaid();
		await findReceipt( mailbox, customer, invoice );
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
			void visitor.route( '**/portal/payments/*/refresh*', ( route ) => resolve( route.request() ) );
		} );
		await view.pay( CARDS.good );
		const question = await asked;
		const cookies = ( await visitor.context().cookies( url ) ).map( ( { name, value } ) => `${ name }=${ value }` );
		await visitor.close();
		await askAndLeave( question, cookies.join( '; ' ) );
		const receipt = await findReceipt( mailbox, customer, invoice );
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
} );
