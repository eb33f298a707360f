import { expect, inspect, test } from './at-desk';
import { stand } from './stand';
import { unique } from './support/agency';

test.describe( 'Set-up and settings', () => {
	test( 'the menu leads to every screen', async ( { app, page } ) => {
		await app.open( '/', 'Overview' );
		const menu = page.locator( '#toplevel_page_counterfoil' );
		for ( const name of [ 'Invoices', 'Clients', 'Products', 'Settings', 'Overview' ] ) {
			await menu.getByRole( 'link', { name, exact: true } ).click();
			await expect( app.heading ).toHaveText( name );
			await expect( page.getByRole( 'link', { name: 'Bill client', exact: true } ).first() ).toBeVisible();
		}
	} );

	test( 'the business profile is seen where clients look', async ( { agency, app, page, visitor } ) => {
		const { logo, text_on_colour: _text, contrast: _contrast, ...before } = await agency.call( 'business.get' );
		await app.open( '/settings/business', 'Settings' );
		await page.getByLabel( 'Brand color' ).fill( '#7b1fa2' );
		await page.getByLabel( 'Phone (optional)' ).fill( '+49 40 99' );
		await expect( page.getByText( 'Unsaved changes' ) ).toBeVisible();
		await page.getByRole( 'button', { name: 'Save business profile' } ).click();
		await app.said( 'Business profile saved.' );
		await visitor.goto( ( await agency.portal() ).login );
		await expect( visitor.getByRole( 'button', { name: 'Log in' } ) ).toHaveCSS(
			'background-color',
			'rgb(123, 31, 162)'
		);
		await agency.call( 'business.update', {}, { ...before, logo_id: logo?.id ?? null } );

		await page.reload();
		await page.getByLabel( 'Email', { exact: true } ).fill( 'nobody' );
		await page.getByRole( 'button', { name: 'Save business profile' } ).click();
		await expect( page.getByLabel( 'Email', { exact: true } ) ).toHaveAttribute( 'aria-invalid', 'true' );
		expect( ( await agency.call( 'business.get' ) ).email ).toBe( before.email );
	} );

	test( 'Stripe’s keys are kept unseen, and the connection is tested', async ( { agency, app, page, watch } ) => {
		const settings = await agency.call( 'gateways.stripe.get' );
		await app.open( '/settings/payments', 'Settings' );
		await page.getByRole( 'button', { name: 'Recreate webhook' } ).click();
		await expect( page.getByText( 'Webhook created.' ).first() ).toBeVisible();
		await page.getByText( 'Set up manually' ).click();
		await expect(
			page
				.getByText( settings.webhook_url )
				.or( page.locator( `input[value="${ settings.webhook_url }"]` ) )
				.first()
		).toBeVisible();
		await expect( page.getByRole( 'group', { name: 'Test secret key' } ) ).toContainText(
			`ends in ${ settings.test.secret_key.last4 }`
		);
		await page.getByRole( 'button', { name: 'Test connection' } ).first().click();
		await expect( page.getByText( /acct_NORTH/ ).first() ).toBeVisible();

		watch.expect( /status of 400/ );
		await page.getByLabel( 'Test publishable key' ).fill( 'pk_live_wrong' );
		await page.getByRole( 'button', { name: 'Save payment settings' } ).click();
		await expect( page.getByLabel( 'Test publishable key' ) ).toHaveAttribute( 'aria-invalid', 'true' );
		expect( await page.content() ).not.toContain( 'sk_test_' + 'NORTH' );
		expect( ( await agency.call( 'gateways.stripe.get' ) ).test.publishable_key ).toBe(
			settings.test.publishable_key
		);
	} );

	test( 'how invoices are dated and taxed is set, and new ones begin with it', async ( { agency, app, page } ) => {
		const before = await agency.call( 'invoicing.get' );
		await app.open( '/settings/invoices', 'Settings' );
		await page.getByLabel( 'Payment terms (days)' ).fill( '30' );
		await page.getByRole( 'button', { name: 'Save invoice settings' } ).click();
		await app.said( 'Invoice settings saved.' );
		const taxes = await agency.call( 'taxes.get' );
		await app.open( '/settings/taxes', 'Settings' );
		await page.getByLabel( 'Default tax rate' ).selectOption( { label: 'VAT 7% (Germany)' } );
		await page.getByRole( 'button', { name: 'Save tax settings' } ).click();
		await app.said( 'Tax settings saved.' );
		await page.getByRole( 'link', { name: 'Bill client', exact: true } ).first().click();
		await expect( page.getByLabel( 'Tax, line 1' ).locator( 'option:checked' ) ).toHaveText( 'VAT 7%' );
		const { tax: _tax, ...settings } = before;
		await agency.call( 'invoicing.update', {}, settings );
		const { country: _country, ...stored } = taxes;
		await agency.call( 'taxes.update', {}, stored );
	} );

	test( 'an email’s text is changed, looked at and tested', async ( { agency, app, mailbox, page, watch } ) => {
		const settings = await agency.call( 'emails.get' );
		const stored = {
			...settings,
			messages: settings.messages.map( ( { message, is_on, texts } ) => ( { message, is_on, texts } ) ),
		};
		await app.open( '/settings/emails', 'Settings' );
		const invoice = page
			.getByRole( 'listitem' )
			.filter( { has: page.getByRole( 'heading', { name: 'Invoice', exact: true } ) } );
		await invoice.getByRole( 'button', { name: 'Write your own text' } ).click();
		await invoice.getByLabel( 'Language' ).selectOption( 'en_US' );
		const subject = unique( 'Bill' );
		await invoice.getByLabel( 'Subject' ).fill( `${ subject } {number}` );
		watch.expect( /status of 400/ );
		await invoice.getByLabel( 'Text' ).fill( 'Hello {name},\n\nplease pay {ammount}.' );
		await invoice.getByRole( 'button', { name: 'Preview' } ).click();
		await expect( invoice.getByText( '{ammount} isn’t available in this email.' ).first() ).toBeVisible();

		await invoice.getByLabel( 'Text' ).fill( 'Hello {name},\n\nplease pay {amount_due}.' );
		await invoice.getByRole( 'button', { name: 'Preview' } ).click();
		await expect( invoice.getByText( `Subject: ${ subject } ` ) ).toBeVisible();
		await expect( invoice.frameLocator( 'iframe' ).getByText( /please pay .*\d/ ) ).toBeVisible();
		await inspect( page, 'Emails' );
		await invoice.getByRole( 'button', { name: 'Email me a test' } ).click();
		const said = page
			.locator( '.counterfoil-toasts' )
			.getByText( /Test email sent to \S+@/ )
			.first();
		await expect( said ).toBeVisible();
		const [ , address = '' ] = /sent to (\S+@\S+)\.$/.exec( await said.innerText() ) ?? [];
		expect( ( await mailbox.find( address, new RegExp( subject ) ) ).text ).toContain( 'please pay' );

		await page.getByRole( 'button', { name: 'Save email settings' } ).click();
		await app.said( 'Email settings saved.' );
		await expect( invoice.getByRole( 'button', { name: 'Edit your text' } ) ).toBeVisible();
		await agency.call( 'emails.update', {}, stored );
	} );

	test( 'the portal’s pages are made with one click', async ( { agency, app, page, requestUtils, visitor } ) => {
		const { items } = await agency.call( 'portals.list' );
		for ( const old of [ items[ 0 ]?.login_page, items[ 0 ]?.portal_page ] ) {
			await requestUtils.rest( { method: 'DELETE', path: `/wp/v2/pages/${ old?.id }?force=true` } );
		}
		await app.open( '/settings/portal', 'Settings' );
		await expect( page.getByText( 'Not created yet' ) ).toHaveCount( 2 );
		await page.getByRole( 'button', { name: 'Create portal pages' } ).click();
		await app.said( 'Portal pages created.' );
		await expect( page.getByText( 'Published' ) ).toHaveCount( 2 );
		const { login, home } = await agency.portal();
		expect( home ).toBe( stand().portal.url );
		await visitor.goto( home );
		expect( visitor.url() ).toBe( login );
		await expect( visitor.getByRole( 'heading', { level: 1 } ) ).toHaveText( 'Log in' );
	} );
} );
