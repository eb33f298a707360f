import { expect, inspect, test } from './at-desk';
import { InvoiceEditor } from './pages/invoice-editor';
import { unique } from './support/agency';

test.describe( 'Coupons', () => {
	test( 'one is created, taken off an invoice beside a credit line, and read by the client', async ( {
		agency,
		app,
		page,
		visitor,
		watch,
	} ) => {
		// A code that does not exist.
		watch.expect( /status of 400/ );
		const code = unique( 'SAVE' )
			.toUpperCase()
			.replaceAll( /[^A-Z0-9_-]/g, '-' );
		const customer = await agency.customer( { at: visitor.context() } );
		await app.open( '/products/coupons', 'Coupons' );
		await page.getByRole( 'button', { name: 'Create coupon' } ).first().click();
		const form = page.getByRole( 'dialog', { name: 'Create coupon' } );
		await form.getByLabel( 'Code' ).fill( code.toLowerCase() );
		await form.getByLabel( 'Name' ).fill( 'Autumn offer' );
		await inspect( page, 'Create coupon' );
		await form.getByRole( 'button', { name: 'Create coupon' } ).click();
		await expect( form.getByLabel( 'Percent off' ) ).toBeFocused();
		await form.getByLabel( 'Percent off' ).fill( '10' );
		await form.getByLabel( 'Total uses (optional)' ).fill( '1' );
		await form.getByRole( 'button', { name: 'Create coupon' } ).click();
		await app.said( 'Coupon created.' );
		await expect( page.getByRole( 'row', { name: new RegExp( code ) } ) ).toContainText( '10% off' );
		await inspect( page, 'Coupons' );

		const editor = new InvoiceEditor( page );
		await app.open( `/invoices/new?client=${ customer.client.id }`, 'New invoice' );
		await editor.typeLine( 1, 'Website care', '1', '120' );
		await page.getByRole( 'button', { name: 'Add line' } ).click();
		await editor.typeLine( 2, 'Credit for a day of downtime', '1', '-20' );
		await expect( editor.total( 'Net' ) ).toHaveText( '€100.00' );
		await page.getByRole( 'button', { name: 'Add coupon' } ).click();
		const field = page.getByRole( 'combobox', { name: 'Coupon' } );
		await field.fill( 'NOSUCHCODE' );
		await page.getByRole( 'option', { name: 'Use the code “NOSUCHCODE”' } ).click();
		await expect( editor.totals.getByRole( 'alert' ) ).toHaveText(
			'There is no coupon “NOSUCHCODE”. Check the code.'
		);
		await page.getByRole( 'button', { name: 'Remove coupon' } ).click();
		await page.getByRole( 'button', { name: 'Add coupon' } ).click();
		await field.fill( code );
		await page.getByRole( 'option', { name: 'Autumn offer' } ).click();
		await expect( editor.total( 'Coupon: Autumn offer' ) ).toHaveText( '−€10.00' );
		await expect( editor.total( 'Total' ) ).toHaveText( '€107.10' );
		await expect( editor.paper ).toContainText( 'Coupon: Autumn offer' );
		await inspect( page, 'Invoice with a coupon' );
		await ( await editor.askToSend() ).getByRole( 'button', { name: 'Send €107.10' } ).click();
		await app.said( 'Invoice issued. The email is on its way.' );
		const number = await app.heading.innerText();

		const { items } = await agency.call( 'invoices.list' );
		await visitor.goto( items.find( ( row ) => row.number === number )?.portal_url ?? '' );
		await expect( visitor.getByText( 'Coupon: Autumn offer' ).first() ).toBeVisible();
		await expect( visitor.getByText( '−€20.00' ).first() ).toBeVisible();
		await inspect( visitor, 'Invoice with a coupon' );

		await app.open( '/products/coupons?state=ended', 'Coupons' );
		await page
			.getByRole( 'row', { name: new RegExp( code ) } )
			.getByText( code )
			.click();
		await expect( app.heading ).toHaveText( code );
		const uses = page.getByRole( 'region', { name: 'Uses' } );
		await expect( uses ).toContainText( number );
		await expect( uses ).toContainText( '−€10.00' );
		await inspect( page, 'Coupon' );
	} );
} );
