import { expect, test } from './test';
import { Portal } from './pages/portal';
import { PASSWORD } from './support/agency';
import { buttonOf } from './support/mailbox';

test.describe( 'Portal', () => {
	test( 'without payment links the mail’s button leads through the log-in to this very invoice', async ( {
		agency,
		mailbox,
		visitor,
	} ) => {
		const customer = await agency.customer();
		await agency.call( 'pay-links.change', { id: customer.client.id }, { is_on: false } );
		await agency.invoice( customer.client );
		const invoice = await agency.invoice( customer.client );
		const mail = await mailbox.find( customer.email, new RegExp( `^Invoice ${ invoice.number }` ) );
		const portal = new Portal( visitor );

		await visitor.goto( buttonOf( mail, /^View and pay/ ) );
		await expect( visitor ).toHaveTitle( 'Log in – Studio North' );
		await expect( visitor.getByRole( 'img', { name: 'Studio North' } ) ).toBeVisible();
		await portal.logIn( customer );
		await expect( portal.heading ).toContainText( invoice.number ?? '' );
		await expect( visitor ).toHaveTitle( `Invoice ${ invoice.number } – Studio North` );
		expect( visitor.url() ).toBe( invoice.portal_url );
		await expect( visitor.getByRole( 'article' ) ).toContainText( 'Landing page' );

		expect( ( await agency.call( 'invoices.get', { id: invoice.id } ) ).opened_at ).not.toBeNull();
	} );

	test( 'overview and invoices show what is due, with the red badge', async ( { agency, visitor } ) => {
		const { client } = await agency.customer( { at: visitor.context() } );
		const first = await agency.invoice( client );
		const second = await agency.invoice( client );
		const portal = new Portal( visitor );
		await visitor.goto( ( await agency.portal() ).home );
		await expect( visitor.getByRole( 'region', { name: 'Amount due' } ) ).toContainText( '€2,856.00' );
		await expect(
			visitor.getByRole( 'region', { name: 'Amount due' } ).getByRole( 'link', { name: /^Pay €1,428.00/ } )
		).toBeVisible();
		await expect.poll( () => portal.badge() ).toBe( 2 );

		await portal.tabs.getByRole( 'link', { name: 'Invoices' } ).click();
		await expect( portal.row( first.number ?? '' ) ).toContainText( '€1,428.00' );
		await expect( portal.row( second.number ?? '' ) ).toContainText( /Due/ );
		await visitor.locator( 'summary' ).click();
		await visitor.getByRole( 'link', { name: 'Your account' } ).click();
		await expect( visitor.getByRole( 'region', { name: 'Bill to' } ) ).toContainText( client.name );
	} );

	test( 'the PDF is the same, byte for byte, in the mail, the portal and wp-admin', async ( {
		agency,
		app,
		mailbox,
		page,
		visitor,
	} ) => {
		const customer = await agency.customer( { at: visitor.context() } );
		const invoice = await agency.invoice( customer.client );
		const name = `${ invoice.number }.pdf`;
		const mail = await mailbox.find( customer.email, new RegExp( `^Invoice ${ invoice.number }` ) );
		const mailed = await mailbox.attachment( mail, name );
		expect( mailed.subarray( 0, 5 ).toString() ).toBe( '%PDF-' );

		await visitor.goto( invoice.portal_url ?? '' );
		const link = await visitor.getByRole( 'link', { name: 'Download PDF' } ).getAttribute( 'href' );
		const downloaded = await visitor.context().request.get( link ?? '' );
		expect( downloaded.headers()[ 'content-type' ] ).toBe( 'application/pdf' );
		expect( downloaded.headers()[ 'content-disposition' ] ).toContain( name );
		expect( downloaded.headers()[ 'cache-control' ] ).toContain( 'no-store' );
		expect( ( await downloaded.body() ).equals( mailed ) ).toBe( true );

		await app.open( `/invoices/${ invoice.id }`, invoice.number ?? '' );
		const opened = new Promise< Buffer >( ( resolve ) => {
			void page.route( /\/invoices\/\d+\/pdf/, async ( route ) => {
				const answer = await route.fetch();
				resolve( await answer.body() );
				await route.fulfill( { response: answer } );
			} );
		} );
		const tab = page.waitForEvent( 'popup' );
		await page.getByRole( 'button', { name: 'View PDF' } ).click();
		expect( ( await opened ).equals( mailed ) ).toBe( true );
		await ( await tab ).close();
	} );

	test( 'an invoice of somebody else is not there', async ( { agency, visitor, watch } ) => {
		await agency.customer( { at: visitor.context() } );
		const theirs = await agency.invoice( await agency.client() );
		const { home } = await agency.portal();
		watch.expect( /status of 404/ );
		for ( const view of [ 'invoice', 'pay', 'pdf' ] ) {
			const answer = await visitor.goto( `${ home }?view=${ view }&id=${ theirs.id }` );
			expect( answer?.status() ).toBe( 404 );
			await expect( visitor.getByText( /doesn’t exist or you don’t have access to it/ ) ).toBeVisible();
			expect( await visitor.content() ).not.toContain( theirs.number ?? '-' );
			expect( await visitor.content() ).not.toContain( theirs.client.name );
		}
		await expect( visitor.getByRole( 'navigation', { name: 'Portal', exact: true } ) ).toBeVisible();
	} );

	test( 'a wrong password is said without leaving the page', async ( { agency, visitor, watch } ) => {
		const customer = await agency.customer();
		const portal = new Portal( visitor );
		await visitor.goto( ( await agency.portal() ).login );
		watch.expect( /status of 400/ );
		await visitor.getByLabel( 'Email' ).fill( customer.email );
		await visitor.getByLabel( 'Password', { exact: true } ).fill( 'not my password' );
		await visitor.getByRole( 'button', { name: 'Log in' } ).click();
		await expect( visitor.getByRole( 'alert' ) ).toHaveText( /\S/ );
		await expect( visitor.getByLabel( 'Email' ) ).toHaveValue( customer.email );
		await visitor.getByRole( 'button', { name: 'Show password' } ).click();
		await expect( visitor.getByLabel( 'Password', { exact: true } ) ).toHaveAttribute( 'type', 'text' );
		await portal.logIn( customer );
	} );

	test( 'a link by mail logs in once, and a forgotten password is chosen anew', async ( {
		agency,
		mailbox,
		visitor,
		watch,
	} ) => {
		const customer = await agency.customer();
		const portal = new Portal( visitor );
		await visitor.goto( ( await agency.portal() ).login );
		await visitor.getByRole( 'link', { name: 'Log in with an email link' } ).click();
		await visitor.getByLabel( 'Email' ).fill( customer.email );
		await visitor.getByRole( 'button', { name: 'Email me the link' } ).click();
		await expect( portal.heading ).toHaveText( 'Check your inbox' );
		const link = buttonOf( await mailbox.find( customer.email, /link|log in/i ), /^Log in$/ );
		await visitor.goto( link );
		await visitor
			.getByRole( 'button' )
			.filter( { hasText: /Log in/ } )
			.click();
		await expect( portal.tabs ).toBeVisible();
		await portal.logOut();
		watch.expect( /status of 410/ );
		await visitor.goto( link );
		await expect( portal.heading ).not.toHaveText( 'Log in' );

		await visitor.goto( `${ ( await agency.portal() ).login }?form=forgotten` );
		await visitor.getByLabel( 'Email' ).fill( customer.email );
		await visitor.getByRole( 'button', { name: 'Email me the link' } ).click();
		await expect( portal.heading ).toHaveText( 'Check your inbox' );
		const reset = buttonOf( await mailbox.find( customer.email, /password/i ), /^Choose a new password/ );
		await visitor.goto( reset );
		await visitor.getByLabel( 'New password' ).fill( `${ PASSWORD } anew` );
		await visitor
			.getByRole( 'button', { name: /password/i } )
			.filter( { hasNotText: /Show/ } )
			.click();
		await expect( portal.tabs ).toBeVisible();
	} );
} );
