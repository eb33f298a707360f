import type { Page } from '@playwright/test';
import { expect, inspect, test } from './at-desk';
import { PayView } from './pages/pay-view';
import { Portal } from './pages/portal';
import type { Agency, Customer } from './support/agency';
import { forward } from './support/demo-clock';
import { CARDS } from './support/stripe';

const WORDS = 'Please settle what is open. Robin from accounting helps you: 030 1234567.';

async function isSuspended( page: Page ): Promise< void > {
	const portal = new Portal( page );
	await expect( portal.heading ).toHaveText( 'Your portal access is suspended' );
	await expect( page.getByText( WORDS ) ).toBeVisible();
	await expect( portal.tabs ).toHaveCount( 0 );
}

async function isOpen( page: Page ): Promise< void > {
	await expect( new Portal( page ).tabs ).toBeVisible();
	await expect( page.getByText( WORDS ) ).toHaveCount( 0 );
}

/** Somebody with a subscription who is logged in, and whose card can be saved and not be charged. */
async function declined( agency: Agency, visitor: Page ): Promise< Customer > {
	const made = await agency.customer( { at: visitor.context() } );
	await visitor.goto( `${ ( await agency.portal() ).home }?view=payment-methods` );
	await visitor.getByRole( 'button', { name: 'Add payment method' } ).click();
	await visitor.getByLabel( 'Card number' ).fill( CARDS.savedOnly );
	await visitor.getByLabel( 'Expiration date' ).fill( '12 / 34' );
	await visitor.getByLabel( 'Security code' ).fill( '123' );
	await visitor.getByRole( 'button', { name: 'Save payment method' } ).click();
	await expect( visitor.getByRole( 'listitem' ).filter( { hasText: 'Visa 0341' } ) ).toContainText( 'Default' );
	await agency.subscription( made.client );
	return made;
}

test.describe( 'A client whose renewal fails finally', () => {
	let settings: object;

	test.beforeEach( async ( { agency } ) => {
		settings = await agency.call( 'subscriptions.settings' );
		await agency.call(
			'subscriptions.change-settings',
			{},
			{
				...settings,
				last_step: 'suspend',
				retry_days: [ 1 ],
				suspended_words: WORDS,
			}
		);
	} );

	test.afterEach( async ( { agency, page } ) => {
		await agency.call( 'subscriptions.change-settings', {}, settings );
		await forward( page, 'Back to today' );
		// The demo's own clients went through that week too.
		for ( const { id, access } of ( await agency.call( 'clients.list' ) ).items ) {
			// Or each of its people is.
			if ( access === 'suspended' && ( await agency.call( 'clients.get', { id } ) ).suspended_at !== null ) {
				await agency.call( 'clients.restore', { id } );
			}
		}
	} );

	test( 'only pays until that is done, or until the agency lets them in', async ( {
		agency,
		app,
		browser,
		mailbox,
		page,
		visitor,
		watch,
	} ) => {
		// Two clients, and a week of a whole agency.
		test.slow();
		// The page says that it is closed to them.
		watch.expect( /status of 403/ );
		const guest = await browser.newPage( { storageState: { cookies: [], origins: [] } } );
		watch.attach( guest.context() );
		const { home } = await agency.portal();
		const payer = await declined( agency, visitor );
		const other = await declined( agency, guest );
		await forward( page, 'Forward 1 week' );

		await mailbox.find( payer.email, /^Your payment for invoice .* didn’t go through$/ );
		await mailbox.find( payer.email, /^Your portal access is suspended$/ );
		for ( const address of [ home, `${ home }?view=account` ] ) {
			await visitor.goto( address );
			await isSuspended( visitor );
		}
		await expect( visitor.getByRole( 'row' ).filter( { hasText: '€' } ) ).toHaveCount( 1 );
		await inspect( visitor, 'a suspended portal' );
		await visitor.getByRole( 'link', { name: /^Pay / } ).click();
		const view = new PayView( visitor );
		await view.pay( CARDS.good );
		await view.isPaid();
		await mailbox.find( payer.email, /^Your portal access is restored$/ );
		await visitor.goto( home );
		await isOpen( visitor );
		await app.open( `/clients/${ payer.client.id }`, payer.client.name );
		await expect( page.getByText( /^Portal access suspended on / ) ).toHaveCount( 0 );

		await guest.goto( home );
		await isSuspended( guest );
		await app.open( `/clients/${ other.client.id }`, other.client.name );
		await expect( page.getByText( /^Portal access suspended on / ) ).toBeVisible();
		await inspect( page, 'a suspended client' );
		await page.getByRole( 'button', { name: 'Restore access now' } ).click();
		await app.said( 'Portal access restored. We’ll email the client.' );
		await expect( page.getByText( /^Portal access suspended on / ) ).toHaveCount( 0 );
		await mailbox.find( other.email, /^Your portal access is restored$/ );
		await guest.reload();
		await isOpen( guest );
		await guest.context().close();
	} );
} );
