import { expect, test } from './at-desk';
import { Portal } from './pages/portal';
import { PASSWORD, unique } from './support/agency';
import { buttonOf } from './support/mailbox';

test.describe( 'Clients and their invitation', () => {
	test( 'a new client is invited, confirms, chooses a password and is in the portal', async ( {
		app,
		page,
		mailbox,
		visitor,
	} ) => {
		const word = unique( 'weaver' );
		const email = `${ word }@example.test`;
		await app.open( '/clients', 'Clients' );
		await page.getByRole( 'button', { name: 'Create client' } ).click();
		const dialog = page.getByRole( 'dialog', { name: 'Create client' } );
		await dialog.getByLabel( 'Client name' ).fill( `Weaver ${ word }` );
		await dialog.getByLabel( 'Contact name' ).fill( 'Zoë Weaver' );
		await dialog.getByLabel( 'Contact email' ).fill( email );
		await dialog.getByLabel( 'Invite to the portal now' ).check();
		await dialog.getByText( 'Address, currency, websites' ).click();
		await dialog.getByRole( 'button', { name: 'Add website' } ).click();
		await dialog.getByLabel( 'Website name' ).fill( 'Shop' );
		await dialog.getByLabel( 'Address', { exact: true } ).last().fill( 'shop.example.test' );
		await dialog.getByRole( 'button', { name: 'Create client and invite' } ).click();
		await app.said( 'Client created. The invitation is on its way.' );
		await expect( app.heading ).toHaveText( `Weaver ${ word }` );
		await expect( page.getByRole( 'region', { name: 'Contacts' } ).getByRole( 'listitem' ) ).toContainText(
			'Invited'
		);

		const mail = await mailbox.find( email, /^Studio North invited you/ );
		expect( mail.from ).toEqual( [ { address: 'hello@studio-north.example', name: 'Studio North' } ] );
		expect( mail.html ).toContain( 'alt="Studio North"' );
		expect( mail.html ).toContain( '#0f4c5c' );
		expect( mail.html + mail.text ).not.toMatch( /wordpress|counterfoil/i );
		const link = buttonOf( mail, /^Accept/ );
		expect( mail.text ).toContain( link );

		const portal = new Portal( visitor );
		await visitor.goto( link );
		await expect( portal.heading ).toHaveText( 'Choose a password' );
		await expect( visitor.getByLabel( 'Email' ) ).toHaveValue( email );
		await expect( visitor.getByLabel( 'Email' ) ).not.toBeEditable();
		await expect( visitor.getByRole( 'img', { name: 'Studio North' } ) ).toBeVisible();
		await visitor.getByLabel( 'New password' ).fill( PASSWORD );
		await visitor.getByRole( 'button', { name: 'Set password and log in' } ).click();
		await expect( portal.tabs ).toBeVisible();
		await expect( visitor.getByRole( 'heading', { name: 'Nothing to pay' } ) ).toBeVisible();

		await page.reload();
		await expect( page.getByRole( 'region', { name: 'Contacts' } ).getByRole( 'listitem' ) ).toContainText(
			'Active'
		);
		for ( const part of [ 'Invoices', 'Websites', 'Activity' ] ) {
			await page
				.getByRole( 'navigation', { name: 'Client sections' } )
				.getByRole( 'link', { name: part } )
				.click();
			await expect(
				page
					.getByRole( 'link', { name: part, exact: true, includeHidden: false } )
					.and( page.locator( '[aria-current="page"]' ) )
			).toBeVisible();
		}
		await expect( page.getByText( 'Zoë Weaver' ).first() ).toBeVisible();
	} );

	test( 'an invitation works once, and a newer one ends it', async ( {
		agency,
		app,
		page,
		mailbox,
		visitor,
		watch,
	} ) => {
		const client = await agency.client( { invite: true } );
		const email = client.contacts[ 0 ]?.email ?? '';
		const first = buttonOf( await mailbox.find( email, /invited/ ), /^Accept/ );
		await app.open( `/clients/${ client.id }`, client.name );
		await page.getByRole( 'button', { name: 'Resend invitation' } ).click();
		await expect.poll( async () => ( await mailbox.to( email ) ).length ).toBe( 2 );
		const second = buttonOf(
			( await mailbox.to( email ) )[ 1 ] ?? ( { subject: '', html: '' } as never ),
			/^Accept/
		);

		const portal = new Portal( visitor );
		watch.expect( /status of 410/ );
		await visitor.goto( first );
		await expect( visitor.getByLabel( 'New password' ) ).toHaveCount( 0 );
		await visitor.goto( second );
		await visitor.getByLabel( 'New password' ).fill( 'short' );
		await visitor.getByRole( 'button', { name: 'Set password and log in' } ).click();
		await expect( portal.tabs ).toHaveCount( 0 );
		await visitor.getByLabel( 'New password' ).fill( PASSWORD );
		await visitor.getByRole( 'button', { name: 'Set password and log in' } ).click();
		await expect( portal.tabs ).toBeVisible();
		await portal.logOut();
		await visitor.goto( second );
		await expect( visitor.getByLabel( 'New password' ) ).toHaveCount( 0 );
	} );

	test( 'somebody whose access is suspended is out at once', async ( { agency, app, page, visitor, watch } ) => {
		const customer = await agency.customer( { at: visitor.context() } );
		const { home } = await agency.portal();
		const portal = new Portal( visitor );
		await visitor.goto( home );
		await expect( portal.tabs ).toBeVisible();

		await app.open( `/clients/${ customer.client.id }`, customer.client.name );
		await app.choose( 'Actions for Robin Vale', 'Suspend access' );
		await page.getByRole( 'dialog' ).getByRole( 'button', { name: 'Suspend access' } ).click();
		await expect( page.getByRole( 'region', { name: 'Contacts' } ) ).toContainText( 'Suspended' );
		await visitor.reload();
		await expect( portal.heading ).toHaveText( 'Log in' );
		watch.expect( /status of 400/ );
		await visitor.getByLabel( 'Email' ).fill( customer.email );
		await visitor.getByLabel( 'Password', { exact: true } ).fill( customer.password );
		await visitor.getByRole( 'button', { name: 'Log in' } ).click();
		await expect( visitor.getByRole( 'alert' ) ).toBeVisible();
	} );

	test( 'details are changed, and clients are found', async ( { agency, app, page } ) => {
		const client = await agency.client();
		await app.open( `/clients/${ client.id }`, client.name );
		await page.getByRole( 'button', { name: 'Edit details' } ).click();
		const dialog = page.getByRole( 'dialog', { name: 'Edit details' } );
		await dialog.getByLabel( /^VAT ID/ ).fill( 'PL 526 021 02 29' );
		await dialog.getByLabel( /^VAT ID/ ).blur();
		await expect( dialog.getByText( /This VAT ID for Poland has an invalid check digit/ ) ).toBeVisible();
		await dialog.getByLabel( /^VAT ID/ ).fill( 'PL 526 021 02 28' );
		await dialog.getByLabel( 'Currency' ).selectOption( 'PLN' );
		await dialog.getByRole( 'button', { name: 'Save details' } ).click();
		await app.said( 'Details saved.' );
		await expect( app.fact( 'VAT ID' ) ).toContainText( 'PL5260210228' );

		await app.open( '/clients', 'Clients' );
		await page.getByRole( 'searchbox' ).fill( client.name );
		await expect( page.getByRole( 'row' ) ).toHaveCount( 2 );
		await expect( page.getByRole( 'row' ).nth( 1 ) ).toContainText( client.name );
		await page.getByRole( 'button', { name: /^Active/ } ).click();
		await expect( page.getByText( 'No results.' ) ).toBeVisible();
	} );
} );
