import { readFileSync } from 'node:fs';
import { expect, test } from './at-desk';
import { InvoiceEditor } from './pages/invoice-editor';
import { lineOf, unique } from './support/agency';

test.describe( 'Bill client', () => {
	test( 'an invoice is written with live totals, looked at as PDF, saved, and sent', async ( {
		app,
		page,
		agency,
		mailbox,
		watch,
	} ) => {
		const client = await agency.client();
		const email = client.contacts[ 0 ]?.email ?? '';
		const product = await agency.call(
			'products.create',
			{},
			{
				name: `Care ${ unique( 'p' ) }`,
				description: '',
				image_id: null,
				plans: [
					{
						name: 'Business',
						price: { amount: 11_900, currency: 'EUR' },
						type: 'recurring',
						interval: { unit: 'month', count: 1 },
					},
				],
			}
		);
		const editor = new InvoiceEditor( page );
		await app.open( '/', 'Overview' );
		await page.getByRole( 'link', { name: 'Bill client', exact: true } ).first().click();
		await expect( app.heading ).toHaveText( 'New invoice' );

		await editor.chooseClient( client.name );
		await expect( page.getByText( `Robin Vale · ${ email }` ) ).toBeVisible();
		await editor.typeLine( 1, 'Landing page', '2', '1,200.50' );
		await expect( editor.total( 'Total' ) ).toHaveText( '€2,857.19' );
		await expect( editor.total( 'Net' ) ).toHaveText( '€2,401.00' );
		await expect( editor.paper ).toContainText( 'Landing page' );
		await expect( editor.paper ).toContainText( client.name );
		expect( [ ...watch.seen ] ).toContain( 'invoices.preview' );

		await editor.addPlan( product.name );
		await expect( editor.line( 2, 'Description' ) ).toHaveValue( new RegExp( product.name ) );
		await expect( page.getByText( /a subscription starts and renews automatically/ ) ).toBeVisible();
		await expect( editor.total( 'Total' ) ).toHaveText( '€2,998.80' );
		await app.choose( 'Actions for line 1', 'Add discount' );
		await editor.line( 1, 'Discount' ).fill( '10%' );
		await expect( editor.total( 'Total' ) ).toHaveText( '€2,713.08' );
		await editor.line( 2, 'Tax' ).selectOption( 'Zero rate' );
		await expect( editor.total( 'Total' ) ).toHaveText( '€2,690.47' );
		await page.getByLabel( 'Prices' ).selectOption( 'Include tax' );
		await expect( editor.total( 'Total' ) ).toHaveText( '€2,279.90' );
		await page.getByLabel( 'Prices' ).selectOption( 'Exclude tax' );
		await page.getByLabel( 'Website (optional)' ).selectOption( 'Shop' );
		await page.getByLabel( /^Message to the client/ ).fill( 'Thank you for the kind words!' );
		await expect( editor.paper ).toContainText( 'Thank you for the kind words!' );

		await page.getByRole( 'button', { name: 'Preview' } ).click();
		const preview = page.getByRole( 'dialog', { name: 'Preview' } );
		await expect( preview ).toContainText( '€2,690.47' );
		const download = page.waitForEvent( 'download' );
		await preview.getByRole( 'button', { name: 'Download PDF' } ).click();
		const pdf = readFileSync( await ( await download ).path() );
		expect( pdf.subarray( 0, 5 ).toString() ).toBe( '%PDF-' );
		expect( [ ...watch.seen ], 'nothing was saved for the preview' ).not.toContain( 'invoices.create' );
		await page.keyboard.press( 'Escape' );

		await editor.saveDraft();
		await expect( page ).toHaveURL( /#\/invoices\/\d+\/edit$/ );
		await expect( app.heading ).toHaveText( 'Edit draft' );
		expect( await mailbox.to( email ) ).toHaveLength( 0 );

		const dialog = await editor.askToSend();
		await expect( app.fact( 'Send to', dialog ) ).toHaveText( email );
		await dialog.getByRole( 'button', { name: 'Send €2,690.47' } ).click();
		await app.said( 'Invoice issued. The email is on its way.' );
		await expect( app.heading ).toHaveText( /^SN-\d{4}$/ );
		await expect( page.getByText( 'Due', { exact: true } ).first() ).toBeVisible();
		await expect( app.fact( 'Emailed to' ) ).toHaveText( email );

		const number = await app.heading.innerText();
		const mail = await mailbox.find( email, new RegExp( `^Invoice ${ number } from Studio North` ) );
		expect( mail.text ).toContain( '€2,690.47' );
		expect( mail.text ).toContain( 'Thank you for the kind words!' );
		expect( mail.attachments?.map( ( { filename } ) => filename ) ).toEqual( [ `${ number }.pdf` ] );
		// Nobody at this client can log in, and nobody has to.
		expect( mail.text ).toContain( 'You can view and pay it online.' );
		expect( mail.text ).toMatch( /View and pay invoice:\s+http\S+bill-link=/ );
		expect( mail.html + mail.text ).not.toMatch( /wordpress|counterfoil/i );
	} );

	test( 'a client is made without leaving the invoice', async ( { app, page, agency } ) => {
		const word = unique( 'north' );
		await app.open( '/invoices/new', 'New invoice' );
		const field = page.getByRole( 'combobox', { name: 'Client' } );
		await field.click();
		await field.fill( `Fresh ${ word }` );
		await page.getByRole( 'option', { name: `Create client “Fresh ${ word }”…` } ).click();
		const dialog = page.getByRole( 'dialog', { name: 'Create client' } );
		await expect( dialog.getByLabel( 'Client name' ) ).toHaveValue( `Fresh ${ word }` );
		await dialog.getByLabel( 'Contact email' ).fill( `${ word }@example.test` );
		await dialog.getByRole( 'button', { name: 'Create client' } ).click();
		await expect( field ).toHaveValue( `Fresh ${ word }` );

		const editor = new InvoiceEditor( page );
		await editor.typeLine( 1, 'Consulting', '1', '80' );
		await editor.saveDraft();
		const id = Number( new URL( page.url() ).hash.match( /\d+/ )?.[ 0 ] );
		expect( ( await agency.call( 'invoices.get', { id } ) ).client.name ).toBe( `Fresh ${ word }` );
	} );

	test( 'what can’t be read is said at its field, and the total waits', async ( { app, page, agency, watch } ) => {
		const client = await agency.client();
		await app.open( `/invoices/new?client=${ client.id }`, 'New invoice' );
		const editor = new InvoiceEditor( page );
		await expect( page.getByRole( 'combobox', { name: 'Client' } ) ).toHaveValue( client.name );
		await editor.typeLine( 1, 'Work', 'two', 'ten' );
		await page.getByRole( 'button', { name: 'Save draft' } ).click();
		await expect( editor.line( 1, 'Quantity' ) ).toHaveAccessibleDescription( /greater than zero/ );
		await expect( editor.line( 1, 'Unit price' ) ).toHaveAccessibleDescription( /positive amount in EUR/ );
		await expect( editor.line( 1, 'Quantity' ) ).toBeFocused();
		expect( [ ...watch.seen ] ).not.toContain( 'invoices.create' );

		await editor.typeLine( 1, 'Work', '0.5', '10.99' );
		await expect( editor.total( 'Total' ) ).toHaveText( '€6.55' );
		await expect( page.getByRole( 'alert' ) ).toHaveCount( 0 );
	} );

	test( 'two people at one draft: the second is asked, nothing is lost', async ( { app, page, agency, watch } ) => {
		const client = await agency.client();
		const draft = await agency.draft( client );
		await app.open( `/invoices/${ draft.id }/edit`, 'Edit draft' );
		const editor = new InvoiceEditor( page );
		await editor.line( 1, 'Description' ).fill( 'Mine' );
		await agency.call(
			'invoices.update',
			{ id: draft.id },
			{
				client_id: client.id,
				website_id: null,
				currency: 'EUR',
				tax_mode: 'exclusive',
				due_date: draft.due_date,
				lines: [ lineOf( 'Theirs', 5_000 ) ],
				discount: null,
				message: '',
				version: draft.version,
			}
		);
		watch.expect( /status of 409/ );
		await page.getByRole( 'button', { name: 'Save draft' } ).click();
		await expect( page.getByText( /saved this draft on .+ while you were editing it/ ).first() ).toBeVisible();
		await expect( page.getByText( /The total in their version is €59\.50/ ).first() ).toBeVisible();
		await page.getByRole( 'button', { name: 'Load their version' } ).click();
		await expect( editor.line( 1, 'Description' ) ).toHaveValue( 'Theirs' );
	} );

	test( 'yen have no decimals, and a client’s own currency is taken', async ( { app, page, agency } ) => {
		const client = await agency.client( { currency: 'JPY' } );
		await app.open( `/invoices/new?client=${ client.id }`, 'New invoice' );
		const editor = new InvoiceEditor( page );
		await editor.typeLine( 1, '設計 ราคา', '3', '18000' );
		await editor.line( 1, 'Tax' ).selectOption( 'Zero rate' );
		await expect( editor.total( 'Total' ) ).toHaveText( '¥54,000' );
		// Whatever fonts this machine has: Thai is drawn with none of them.
		await expect( page.getByText( /the PDF can’t show .*“ร”, “า”, “ค”/ ).first() ).toBeVisible();
		await page.getByRole( 'button', { name: 'Invoice discount' } ).click();
		await page.getByLabel( 'Invoice discount' ).fill( '100%' );
		await expect( editor.total( 'Total' ) ).toHaveText( '¥0' );
	} );
} );
