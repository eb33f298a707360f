import { expect, test } from './test';
import { Portal } from './pages/portal';

test.use( { javaScriptEnabled: false, storageState: { cookies: [], origins: [] } } );

test.describe( 'Without JavaScript', () => {
	test( 'a client logs in, reads invoices, takes the PDF and is told how to pay', async ( {
		agency,
		page,
		watch,
	} ) => {
		const customer = await agency.customer();
		const invoice = await agency.invoice( customer.client );
		const portal = new Portal( page );
		watch.expect( /status of 400/ );
		await page.goto( invoice.portal_url ?? '' );
		await page.getByLabel( 'Email' ).fill( customer.email );
		await page.getByLabel( 'Password', { exact: true } ).fill( 'not my password' );
		await page.getByRole( 'button', { name: 'Log in' } ).click();
		await expect( page.getByRole( 'alert' ) ).toHaveText( /\S/ );
		await portal.logIn( customer );
		expect( page.url() ).toBe( invoice.portal_url );
		await expect( page.getByRole( 'article' ) ).toContainText( '€1,428.00' );
		await expect.poll( () => portal.badge() ).toBe( 1 );

		const pdf = await page.getByRole( 'link', { name: 'Download PDF' } ).getAttribute( 'href' );
		expect( ( await page.context().request.get( pdf ?? '' ) ).headers()[ 'content-type' ] ).toBe(
			'application/pdf'
		);
		await portal.tabs.getByRole( 'link', { name: 'Overview' } ).click();
		await expect( page.getByRole( 'region', { name: 'Amount due' } ) ).toContainText( '€1,428.00' );
		await portal.tabs.getByRole( 'link', { name: 'Invoices' } ).click();
		await expect( portal.row( invoice.number ?? '' ) ).toBeVisible();
		await page.goto( ( invoice.portal_url ?? '' ).replace( 'view=invoice', 'view=pay' ) );
		await expect( page.getByText( /Card payments require JavaScript/ ) ).toBeVisible();
		await expect( page.getByRole( 'button', { name: /^Pay / } ) ).toHaveCount( 0 );
		await portal.logOut();
	} );
} );
