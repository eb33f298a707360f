import { expect, test } from './at-desk';

test.describe( 'Money shown', () => {
	test( 'overview and lists stand on what was billed', async ( { agency, app, page } ) => {
		const overview = await agency.call( 'overview.get' );
		await app.open( '/', 'Overview' );
		await expect( page.getByText( 'Overdue', { exact: true } ).first() ).toBeVisible();
		await expect( page.getByRole( 'link', { name: /^Overdue/ } ).first() ).toContainText(
			overview.figures.find( ( { id } ) => id === 'overdue' )?.counted ?? 'no figure'
		);
		await page
			.getByRole( 'link', { name: /^Overdue/ } )
			.first()
			.click();
		await expect( app.heading ).toHaveText( 'Invoices' );
		await expect( page.getByRole( 'button', { name: /^Overdue/ } ) ).toHaveAttribute( 'aria-pressed', 'true' );
		await expect( page.getByRole( 'row' ).nth( 1 ) ).toContainText( /Overdue \d+ day/ );
	} );

	test( 'the timeline tells who did what, and notes stay inside', async ( { agency, app, page, visitor } ) => {
		const customer = await agency.customer( { at: visitor.context() } );
		const invoice = await agency.invoice( customer.client );
		await visitor.goto( invoice.portal_url ?? '' );
		await app.open( `/invoices/${ invoice.id }`, invoice.number ?? '' );
		const history = page.getByRole( 'region', { name: 'Activity' } ).getByRole( 'listitem' );
		await expect( history.filter( { hasText: 'Jonna Lindqvist' } ).first() ).toBeVisible();
		await expect( history.filter( { hasText: 'Robin Vale' } ).first() ).toBeVisible();

		await page.getByLabel( 'New note' ).fill( 'Promised to pay on Friday.' );
		await page.getByRole( 'button', { name: 'Add note' } ).click();
		const notes = page.getByRole( 'region', { name: 'Internal notes' } );
		await expect( notes.getByRole( 'listitem' ) ).toContainText( 'Promised to pay on Friday.' );
		await visitor.reload();
		expect( await visitor.content() ).not.toContain( 'Promised to pay' );
		await notes.getByRole( 'button', { name: 'Delete' } ).click();
		await expect( notes.getByRole( 'listitem' ) ).toHaveCount( 0 );
	} );

	test( 'a transfer is recorded in part and given back', async ( { agency, app, page } ) => {
		const invoice = await agency.invoice( await agency.client() );
		await app.open( `/invoices/${ invoice.id }`, invoice.number ?? '' );
		await page.getByRole( 'button', { name: 'Record payment of €1,428.00' } ).click();
		const dialog = page.getByRole( 'dialog', { name: 'Record payment' } );
		await dialog.getByLabel( 'Amount' ).fill( '428' );
		await dialog.getByLabel( 'Reference' ).fill( 'Statement 11/22' );
		await dialog.getByRole( 'button', { name: 'Record payment' } ).click();
		await app.said( 'Payment recorded.' );
		await expect( page.getByRole( 'region', { name: 'Balance' } ) ).toContainText( '€1,000.00' );
		await expect( app.fact( 'Paid so far' ) ).toHaveText( '€428.00' );
		await page.getByRole( 'button', { name: 'Refund…' } ).click();
		await page
			.getByRole( 'dialog' )
			.getByRole( 'button', { name: /^Refund|^Give back/ } )
			.click();
		await expect( page.getByRole( 'region', { name: 'Payments' } ) ).toContainText( '€428.00 refunded' );
	} );
} );
