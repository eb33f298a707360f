import { expect, inspect, test } from './at-desk';
import { InvoiceEditor } from './pages/invoice-editor';

test.describe( 'Pro forma invoices', () => {
	test( 'one is sent, paid offline, and becomes an invoice that the client reads', async ( {
		agency,
		app,
		mailbox,
		page,
		visitor,
	} ) => {
		const customer = await agency.customer( { at: visitor.context() } );
		const editor = new InvoiceEditor( page );
		await app.open( `/invoices/new?client=${ customer.client.id }`, 'New invoice' );
		await page.getByLabel( 'Document', { exact: true } ).selectOption( 'Pro forma invoice' );
		await editor.typeLine( 1, 'Website care', '1', '100' );
		await expect( editor.total( 'Total' ) ).toHaveText( '€119.00' );
		await expect( editor.paper ).toContainText( 'Draft pro forma invoice' );
		await expect( editor.paper ).toContainText( 'This is not a VAT invoice.' );
		await inspect( page, 'Pro forma invoice in the editor' );
		await page.getByRole( 'button', { name: /^Send/ } ).click();
		const ask = page.getByRole( 'dialog', { name: 'Send this pro forma invoice?' } );
		await ask.getByRole( 'button', { name: 'Send €119.00' } ).click();
		await app.said( 'Pro forma invoice issued. The email is on its way.' );
		await expect( app.heading ).toHaveText( /^PF-\d+$/ );
		const number = await app.heading.innerText();
		await mailbox.find( customer.email, new RegExp( `^Pro forma invoice ${ number } from` ) );

		const { items } = await agency.call( 'invoices.list' );
		const url = items.find( ( row ) => row.number === number )?.portal_url ?? '';
		await visitor.goto( url );
		await expect( visitor.getByText( 'Pro forma', { exact: true } ) ).toBeVisible();
		await expect( visitor.getByRole( 'link', { name: 'Pay €119.00' } ) ).toBeVisible();
		await inspect( visitor, 'Pro forma invoice in the portal' );

		const balance = page.getByRole( 'region', { name: 'Balance' } );
		await balance.getByRole( 'button', { name: 'Record payment of €119.00' } ).click();
		const dialog = page.getByRole( 'dialog', { name: 'Record payment' } );
		await expect( dialog ).toContainText( 'the invoice is created and emailed' );
		await dialog.getByRole( 'button', { name: 'Record payment' } ).click();
		await app.said( 'Payment recorded.' );
		const link = balance.getByRole( 'link', { name: /^SN-\d+$/ } );
		await expect( link ).toBeVisible();
		await inspect( page, 'Paid pro forma invoice' );
		const invoice = await link.innerText();
		await link.click();
		await expect( app.heading ).toHaveText( invoice );
		await expect( balance ).toContainText( `Created from pro forma ${ number }` );
		await inspect( page, 'Invoice made by a payment' );

		const mail = await mailbox.find( customer.email, new RegExp( `^Invoice ${ invoice } from` ) );
		expect( mail.text ).toContain( `We received your payment for pro forma invoice ${ number }.` );
		await visitor.goto( url );
		await visitor.getByRole( 'link', { name: `View invoice ${ invoice }` } ).click();
		await expect( visitor.getByText( `Invoice ${ invoice }` ).first() ).toBeVisible();
		await expect( visitor.getByText( number ).first() ).toBeVisible();
		await inspect( visitor, 'Invoice made by a payment, in the portal' );
	} );
} );
