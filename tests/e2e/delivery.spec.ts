import { expect, inspect, test } from './at-desk';
import { unique } from './support/agency';

const TERMS = Buffer.from( '%PDF-1.4\n1 0 obj\n<<>>\nendobj\n' );

test.describe( 'Who gets an invoice, and what comes with it', () => {
	test( 'a file and somebody in copy: the mails have it, the copy leads nowhere, the portal serves it', async ( {
		agency,
		app,
		mailbox,
		page,
		visitor,
		watch,
	} ) => {
		// Two of the files are refused.
		watch.expect( /status of 400/ );
		const customer = await agency.customer( { at: visitor.context() } );
		const copy = `${ unique( 'desk' ) }@bookkeeper.test`;
		const draft = await agency.draft( customer.client );
		await app.open( `/invoices/${ draft.id }/edit`, 'Edit draft' );
		const files = page.getByRole( 'region', { name: 'Attached files (optional)' } );
		await expect( files ).toContainText( 'Up to 10 files, 10 MB in total.' );
		await files.locator( 'input[type="file"]' ).setInputFiles( [
			{ name: 'Załącznik 1.pdf', mimeType: 'application/pdf', buffer: TERMS },
			{ name: 'setup.exe', mimeType: 'application/octet-stream', buffer: Buffer.from( 'MZ' ) },
			{ name: 'photo.png', mimeType: 'image/png', buffer: Buffer.from( 'GIF89a' ) },
		] );
		await expect( files.getByRole( 'button', { name: 'Remove Załącznik 1.pdf' } ) ).toBeVisible();
		await expect( files ).toContainText( 'Files of this type can’t be attached.' );
		await expect( files ).toContainText( 'This file isn’t a valid PNG file.' );
		await inspect( page, 'Editor with files' );
		await files.getByRole( 'button', { name: 'Remove setup.exe' } ).click();
		await files.getByRole( 'button', { name: 'Remove photo.png' } ).click();

		await page.getByRole( 'button', { name: /^Send €/ } ).click();
		const dialog = page.getByRole( 'dialog', { name: 'Send this invoice?' } );
		await expect( app.fact( 'Send to', dialog ) ).toHaveText( customer.email );
		await dialog.getByRole( 'button', { name: 'Change recipients' } ).click();
		await dialog.getByLabel( 'Add CC (optional)' ).fill( 'desk' );
		await dialog.getByRole( 'button', { name: 'Add', exact: true } ).click();
		await expect( dialog ).toContainText( 'Enter an email address' );
		await dialog.getByLabel( 'Add CC (optional)' ).fill( copy );
		await dialog.getByRole( 'button', { name: 'Add', exact: true } ).click();
		await expect( dialog.getByRole( 'button', { name: `Remove ${ copy }` } ) ).toBeVisible();
		await inspect( page, 'Send to others' );
		await dialog.getByRole( 'button', { name: /^Send €/ } ).click();
		await app.said( 'Invoice issued. The email is on its way.' );

		const mail = await mailbox.find( customer.email, /^Invoice / );
		expect( await mailbox.attachment( mail, 'Zalacznik-1.pdf' ) ).toEqual( TERMS );
		const copied = await mailbox.find( copy, /^Copy: Invoice / );
		expect( await mailbox.attachment( copied, 'Zalacznik-1.pdf' ) ).toEqual( TERMS );
		expect( copied.text ).toContain( `Copy for ${ copy }. The original email went to ${ customer.client.name }.` );
		expect( copied.html ).not.toContain( 'view=' );

		await expect( app.fact( 'Copies' ) ).toHaveText( copy );
		const kept = page.getByRole( 'region', { name: 'Attached files' } );
		const saved = page.waitForEvent( 'download' );
		await kept.getByRole( 'button', { name: 'Download Załącznik 1.pdf' } ).click();
		expect( ( await saved ).suggestedFilename() ).toBe( 'Załącznik 1.pdf' );
		await inspect( page, 'Invoice with files' );

		const { portal_url: address } = await agency.call( 'invoices.get', { id: draft.id } );
		await visitor.goto( address ?? '' );
		const sent = visitor.getByRole( 'region', { name: 'Attached files' } );
		await inspect( visitor, 'Invoice with files in the portal' );
		const got = visitor.waitForEvent( 'download' );
		await sent.getByRole( 'link', { name: 'Download Załącznik 1.pdf' } ).click();
		expect( ( await got ).suggestedFilename() ).toBe( 'Załącznik 1.pdf' );

		await app.open( `/clients/${ customer.client.id }`, customer.client.name );
		const who = page.getByRole( 'region', { name: 'Who gets emails' } );
		await who.getByRole( 'button', { name: 'Change recipients' } ).click();
		const recipients = page.getByRole( 'dialog', { name: 'Who gets emails' } );
		await recipients.getByRole( 'checkbox', { name: 'Reminders: Robin Vale' } ).uncheck();
		await recipients.getByRole( 'button', { name: 'Add CC' } ).click();
		await recipients.getByRole( 'textbox', { name: 'CC email' } ).fill( copy );
		await inspect( page, 'Who gets emails' );
		await recipients.getByRole( 'button', { name: 'Save recipients' } ).click();
		await app.said( 'Recipients saved.' );
		await expect( who ).toContainText( 'Gets: Invoices, Receipts and refunds, Credit notes' );
		await expect( who ).toContainText( copy );
	} );
} );
