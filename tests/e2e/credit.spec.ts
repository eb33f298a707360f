import { randomUUID } from 'node:crypto';
import { expect, inspect, test } from './at-desk';

test.describe( 'Credit', () => {
	test( 'a line is credited, and the client reads it and has the PDF', async ( {
		agency,
		app,
		mailbox,
		page,
		visitor,
	} ) => {
		const customer = await agency.customer( { at: visitor.context() } );
		const tax = { name: 'VAT', rate: '19' };
		const line = { plan_id: null, discount: null, tax };
		const invoice = await agency.invoice( customer.client, {
			lines: [
				{ ...line, description: 'Website care', quantity: '3', unit_price: 10_000 },
				{ ...line, description: 'Hosting', quantity: '1', unit_price: 5_000 },
			],
		} );
		await agency.call(
			'invoices.mark-paid',
			{ id: invoice.id },
			{
				amount: { amount: 30_000, currency: invoice.currency },
				method: 'bank_transfer',
				paid_on: new Date().toISOString().slice( 0, 10 ),
				reference: randomUUID().slice( 0, 8 ),
				send_receipt: false,
			}
		);
		await app.open( `/invoices/${ invoice.id }`, invoice.number ?? '' );
		await app.choose( 'More actions', 'Credit…' );
		const dialog = page.getByRole( 'dialog', { name: `Credit invoice ${ invoice.number }` } );
		await expect( dialog.getByRole( 'button', { name: 'Credit €416.50' } ) ).toBeVisible();
		await dialog.getByLabel( 'Lines' ).check();
		await dialog.getByLabel( /^Website care/ ).fill( '1.5' );
		await expect( app.fact( 'Total credited', dialog ) ).toHaveText( '€178.50' );
		await expect( app.fact( 'Reduces the amount due', dialog ) ).toHaveText( '€116.50' );
		await expect( dialog ).toContainText( 'The client already paid €62.00 of this amount.' );
		await inspect( page, 'Credit invoice' );
		await dialog.getByRole( 'button', { name: 'Credit €178.50' } ).click();
		await expect( dialog.getByLabel( 'Reason' ) ).toBeFocused();
		await dialog.getByLabel( 'Reason' ).fill( 'Stopped in the middle of March' );
		await dialog.getByRole( 'button', { name: 'Credit €178.50' } ).click();
		await app.said( 'Credit note issued and emailed.' );
		const notes = page.getByRole( 'region', { name: 'Credit notes' } );
		await expect( notes ).toContainText( 'Stopped in the middle of March' );
		await expect( notes ).toContainText( '€62.00 added to the credit balance' );
		await inspect( page, 'Invoice with a credit note' );

		const mail = await mailbox.find( customer.email, /^Credit note CN-/ );
		expect( mail.text ).toContain( '€178.50' );
		expect( mail.text ).toContain( 'added it to your credit balance' );
		await visitor.goto( invoice.portal_url ?? '' );
		await expect( visitor.getByRole( 'region', { name: 'Credit notes' } ) ).toContainText( '€178.50' );
		await inspect( visitor, 'Invoice with a credit note' );
		const saved = visitor.waitForEvent( 'download' );
		await visitor.getByRole( 'link', { name: /^Download credit note CN-/ } ).click();
		expect( ( await saved ).suggestedFilename() ).toMatch( /^CN-\d+\.pdf$/ );

		const next = await agency.invoice( customer.client );
		await app.open( `/invoices/${ next.id }`, next.number ?? '' );
		await app.choose( 'More actions', 'Use credit balance…' );
		const use = page.getByRole( 'dialog', { name: 'Use credit balance' } );
		await inspect( page, 'Use credit balance' );
		await use.getByRole( 'button', { name: 'Use €62.00' } ).click();
		await app.said( 'Credit balance used.' );
		await expect( page.getByRole( 'region', { name: 'Balance' } ) ).toContainText( '€1,366.00' );
	} );

	test( 'money paid ahead is kept, told to the cent and refunded', async ( { agency, app, page } ) => {
		const client = await agency.client();
		await app.open( `/clients/${ client.id }/credit`, client.name );
		const credit = page.getByRole( 'region', { name: 'Credit balance' } );
		await credit.getByRole( 'button', { name: 'Record prepayment…' } ).click();
		const prepay = page.getByRole( 'dialog', { name: 'Record prepayment' } );
		await prepay.getByLabel( 'Amount' ).fill( '500' );
		await inspect( page, 'Record prepayment' );
		await prepay.getByRole( 'button', { name: 'Record prepayment' } ).click();
		await app.said( 'Prepayment recorded.' );
		await expect( credit ).toContainText( '€500.00' );
		await inspect( page, 'Client with a credit balance' );
		await credit.getByRole( 'button', { name: 'Refund credit…' } ).click();
		const refund = page.getByRole( 'dialog', { name: 'Refund credit balance' } );
		await refund.getByLabel( 'Amount' ).fill( '120' );
		await refund.getByRole( 'button', { name: 'Refund credit' } ).click();
		await app.said( 'Refund requested.' );
		await expect( credit ).toContainText( '€380.00' );
	} );
} );
