import { expect, test } from './at-desk';
import { Portal } from './pages/portal';
import { dayFromNow } from './support/agency';
import { buttonOf } from './support/mailbox';

test( 'a client asks to cancel, the agency accepts, and the client sees the end', async ( {
	agency,
	app,
	mailbox,
	page,
	visitor,
} ) => {
	const { client, email } = await agency.customer( { at: visitor.context() } );
	await agency.subscription( client );
	const portal = new Portal( visitor );
	await visitor.goto( ( await agency.portal() ).home );
	await portal.tabs.getByRole( 'link', { name: 'Products and services' } ).click();
	const row = visitor.getByRole( 'row' ).filter( { hasText: 'Care plan' } );
	await expect( row ).toContainText( 'Active' );
	await row.locator( 'summary' ).click();
	await row.getByRole( 'link', { name: 'Request cancellation' } ).click();
	await expect( portal.heading ).toHaveText( 'Request cancellation' );
	await visitor.getByLabel( 'On a date' ).check();
	await visitor.getByLabel( 'Last day' ).fill( dayFromNow( 60 ) );
	await visitor.getByLabel( 'Reason (optional)' ).fill( 'We are moving to another host.' );
	await visitor.getByRole( 'button', { name: 'Send request' } ).click();
	await expect( visitor.getByRole( 'status' ) ).toContainText( 'We’ve received your request' );
	await expect( visitor.getByRole( 'button', { name: 'Withdraw request' } ) ).toBeVisible();

	const asked = await mailbox.find( 'hello@studio-north.example', new RegExp( `^${ client.name } wants to cancel` ) );
	expect( asked.text ).toContain( 'We are moving to another host.' );
	await app.open( '/subscriptions?tab=requested', 'Subscriptions' );
	await page.getByRole( 'link', { name: client.name } ).click();
	await expect( app.heading ).toHaveText( 'Care plan' );
	await expect( page.getByRole( 'blockquote' ) ).toHaveText( 'We are moving to another host.' );
	await page.getByRole( 'button', { name: 'Accept…' } ).click();
	const dialog = page.getByRole( 'dialog', { name: 'Accept cancellation request' } );
	await expect( dialog.getByLabel( 'Last day' ) ).toHaveValue( dayFromNow( 60 ) );
	await dialog.getByRole( 'button', { name: 'Cancel subscription' } ).click();
	await app.said( 'Subscription canceled.' );
	await expect( page.getByRole( 'button', { name: 'Accept…' } ) ).toHaveCount( 0 );

	await visitor.goto(
		buttonOf( await mailbox.find( email, /^Your subscription is canceled/ ), /^View subscription/ )
	);
	await expect( visitor.getByText( /^This subscription is canceled\. It runs until / ) ).toBeVisible();
	await expect( visitor.getByRole( 'link', { name: 'Request cancellation' } ) ).toHaveCount( 0 );
} );
