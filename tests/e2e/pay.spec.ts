import { expect, test } from './test';
import { BankPage } from './pages/bank-page';
import { begin, findReceipt, isChargedOnce, isNotCharged } from './support/paying';
import { CARDS } from './support/stripe';

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
		await expect.poll( () => portal.badge() ).toBe( 1 );
		await view.open( url );
		await expect( visitor.getByRole( 'region', { name: 'Payment to Studio North' } ) ).toContainText( '€1,428.00' );
		await view.type( CARDS.good );
		await view.button.dblclick();
		await view.isPaid();
		await expect( visitor.getByRole( 'heading', { name: 'Paid', exact: true } ) ).toBeFocused();
		await expect.poll( () => portal.badge() ).toBeNull();
		await isChargedOnce( stripe, invoice );

		const receipt = await findReceipt( mailbox, customer, invoice );
		expect( receipt.text ).toContain( '€1,428.00' );
		expect( receipt.text ).toContain( 'Visa ending in 4242' );
		await visitor.getByRole( 'link', { name: 'View invoice' } ).click();
		await expect( visitor.getByText( 'Paid', { exact: true } ).first() ).toBeVisible();
		await expect( visitor.getByRole( 'link', { name: /^Pay / } ) ).toHaveCount( 0 );

		await app.open( `/invoices?search=${ invoice.number }`, 'Invoices' );
		await expect( page.getByRole( 'row' ).filter( { hasText: invoice.number ?? '' } ) ).toContainText( 'Paid' );
		await app.open( `/invoices/${ invoice.id }`, invoice.number ?? '' );
		await expect( page.getByRole( 'region', { name: 'Payments' } ) ).toContainText( 'Visa ending in 4242' );
		await expect( page.getByRole( 'region', { name: 'Activity' } ) ).toContainText( 'Robin Vale' );
		await app.open( '/', 'Overview' );
		await expect( page.getByRole( 'region', { name: 'Recent activity' } ) ).toContainText( invoice.number ?? '' );
	} );

	test( 'a declined card says why and another one is tried', async ( { agency, stripe, visitor, watch } ) => {
		const { invoice, url, view } = await begin( agency, visitor );
		await view.open( url );
		watch.expect( /status of 402/ );
		await view.pay( CARDS.noFunds );
		await expect( view.problem ).toContainText( /insufficient funds/ );
		await expect( view.problem ).toBeFocused();
		await isNotCharged( stripe, invoice );

		await visitor.reload();
		await expect( view.problem ).toContainText( /insufficient funds/ );
		await view.pay( CARDS.good );
		await view.isPaid();
		await isChargedOnce( stripe, invoice );
	} );

	test( 'a bank asks in a dialog, and refusing it is no payment', async ( { agency, stripe, visitor, watch } ) => {
		const { invoice, url, view } = await begin( agency, visitor );
		await view.open( url );
		await view.pay( CARDS.asks );
		await visitor.getByRole( 'button', { name: 'Fail authentication' } ).click();
		await expect( view.problem ).toHaveText( /\S/ );
		await isNotCharged( stripe, invoice );
		watch.expect( /status of 402/ );

		await view.pay( CARDS.asks );
		await visitor.getByRole( 'button', { name: 'Complete authentication' } ).click();
		await view.isPaid();
		await isChargedOnce( stripe, invoice );
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
		await isNotCharged( stripe, invoice );
		await bank.complete();
		await view.isPaid();
		// The page comes paid from the server; its script tidies the address a moment later.
		await expect( visitor ).not.toHaveURL( /secret/ );
		await findReceipt( mailbox, customer, invoice );
		await visitor.reload();
		await view.isPaid();
		await isChargedOnce( stripe, invoice );
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
		await expect( view.problem ).toContainText( /bank couldn’t confirm/ );
		await expect( view.button ).toBeEnabled();
		await isNotCharged( stripe, invoice );

		await view.pay( CARDS.good );
		await view.isPaid();
		await expect( view.problem ).toBeHidden();
		await isChargedOnce( stripe, invoice );
	} );

	test( 'a payment on its way is shown as that, until it is through', async ( { agency, stripe, visitor } ) => {
		const { url, view } = await begin( agency, visitor );
		await view.open( url );
		const confirmed = visitor.waitForRequest( /\/payment_intents\/pi_\w+\/confirm/ );
		await view.pay( CARDS.slow );
		await expect( visitor.getByRole( 'heading', { name: 'Your payment is processing' } ) ).toBeVisible();
		const intent = /pi_\w+/.exec( ( await confirmed ).url() )?.[ 0 ] ?? '';
		await stripe.settle( intent, 'succeeded' );
		await view.isPaid();
	} );

	test( 'a page left open over night is renewed silently before money moves', async ( {
		agency,
		stripe,
		visitor,
		watch,
	} ) => {
		const { invoice, url, view } = await begin( agency, visitor );
		await view.open( url );
		await view.type( CARDS.good );
		watch.expect( /status of 403/ );
		// The nonce has run out meanwhile, for as long as the old one is sent.
		const old = await visitor.waitForFunction( () =>
			document.querySelector( '.cf-pay' )?.getAttribute( 'data-wp-context' )
		);
		const { nonce } = JSON.parse( String( await old.jsonValue() ) ) as { nonce: string };
		let renewed = false;
		await visitor.route( '**/portal/payments/*/refresh*', ( route, request ) =>
			request.headers()[ 'x-wp-nonce' ] === nonce && ! renewed
				? ( ( renewed = true ),
					route.continue( { headers: { ...request.headers(), 'x-wp-nonce': 'run-out' } } ) )
				: route.continue()
		);
		await view.button.click();
		await view.isPaid();
		expect( renewed ).toBe( true );
		await isChargedOnce( stripe, invoice );
	} );

	test( 'whoever is logged out in the moment of paying is never told to pay again', async ( {
		agency,
		stripe,
		visitor,
		watch,
	} ) => {
		const { invoice, url, view } = await begin( agency, visitor );
		await view.open( url );
		await view.type( CARDS.good );
		watch.expect( /status of 40[13]/ );
		// Before the gateway hears of it, so that the site is asked by somebody who is logged out.
		await visitor.route( /payment_intents\/pi_\w+\/confirm/, async ( route ) => {
			await visitor.context().clearCookies();
			await route.continue();
		} );
		await view.button.click();
		await expect( visitor.getByText( /you don’t need to pay again/ ).first() ).toBeVisible();
		await expect( view.button ).toBeHidden();
		await isChargedOnce( stripe, invoice );
	} );

	test( 'voided while the form is open, it can’t be paid and nothing is offered any more', async ( {
		agency,
		stripe,
		visitor,
		watch,
	} ) => {
		const { invoice, url, view } = await begin( agency, visitor );
		await view.open( url );
		await view.type( CARDS.good );
		await agency.call( 'invoices.void', { id: invoice.id }, { reason: '' } );
		watch.expect( /status of 400/ );
		await view.button.click();
		await expect( visitor.getByRole( 'heading', { name: 'Nothing to pay' } ) ).toBeVisible();
		await expect(
			visitor.locator( '[data-of="closed"]' ).getByText( /This invoice is void.*You weren’t charged/ )
		).toBeVisible();
		await expect( view.button ).toBeHidden();
		await isNotCharged( stripe, invoice );
	} );

	test( 'a reload while the bank asks is no error, and the next try goes through', async ( {
		agency,
		stripe,
		visitor,
	} ) => {
		const { invoice, url, view } = await begin( agency, visitor );
		await view.open( url );
		await view.pay( CARDS.asks );
		await expect( visitor.getByRole( 'button', { name: 'Complete authentication' } ) ).toBeVisible();
		await visitor.reload();
		await expect( visitor.getByText( /Your bank hasn’t confirmed your last attempt/ ) ).toBeVisible();
		await expect( view.problem ).toBeHidden();
		await view.pay( CARDS.good );
		await view.isPaid();
		await isChargedOnce( stripe, invoice );
	} );
} );
