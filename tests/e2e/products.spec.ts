import { expect, test } from './at-desk';
import { lineOf, unique } from './support/agency';

test.describe( 'Products', () => {
	test( 'a product is made with an image and two plans', async ( { app, page } ) => {
		const name = `Website care ${ unique( 'p' ) }`;
		await app.open( '/products', 'Products' );
		await page.getByRole( 'link', { name: 'Create product' } ).click();
		await expect( app.heading ).toHaveText( 'Create product' );

		await page.getByLabel( 'Name', { exact: true } ).fill( name );
		await page.getByLabel( 'Description' ).fill( 'Updates, backups and small changes.' );
		await page.getByRole( 'button', { name: 'Choose image' } ).click();
		const library = page.getByRole( 'dialog' );
		await library.getByRole( 'tab', { name: 'Media Library' } ).click();
		await library.getByRole( 'checkbox' ).first().click();
		await library.getByRole( 'button', { name: 'Use this image' } ).click();
		await expect( page.getByRole( 'button', { name: 'Change image' } ) ).toBeVisible();

		const first = page.getByRole( 'group', { name: 'Plan' } ).first();
		await first.getByLabel( 'Plan name' ).fill( 'Set-up' );
		await first.getByLabel( 'Price' ).fill( '1,450' );
		await expect( first.getByText( 'The client pays €1,450.00 once.' ) ).toBeVisible();
		await page.getByRole( 'button', { name: 'Add another plan' } ).click();
		const second = page.getByRole( 'group', { name: 'Plan' } ).nth( 1 );
		await second.getByLabel( 'Plan name' ).fill( 'Monthly' );
		await second.getByLabel( 'Price' ).fill( '49' );
		await second.getByLabel( 'Billed' ).selectOption( 'monthly' );
		await expect( second.getByText( 'The client pays €49.00 every month.' ) ).toBeVisible();
		await page.getByRole( 'button', { name: 'Create product', exact: true } ).click();

		await app.said( 'Product created.' );
		await expect( app.heading ).toHaveText( name );
		const plans = page.getByRole( 'region', { name: 'Plans' } ).getByRole( 'listitem' );
		await expect( plans ).toHaveCount( 2 );
		await expect( plans.nth( 0 ) ).toContainText( '€1,450.00' );
		await expect( plans.nth( 1 ) ).toContainText( /every month\s*€49\.00/ );
		await expect( page.getByRole( 'button', { name: 'Change image' } ) ).toBeVisible();

		await app.open( '/products', 'Products' );
		await page.getByRole( 'searchbox', { name: 'Search products' } ).fill( name );
		await expect( page.getByRole( 'row' ).filter( { hasText: name } ) ).toContainText( '€49.00 every month' );
	} );

	test( 'what is missing is said at its field, and nothing is made', async ( { app, page, watch } ) => {
		await app.open( '/products/new', 'Create product' );
		await expect( page.getByLabel( 'Plan name' ) ).toHaveValue( 'Standard' );
		await page.getByLabel( 'Plan name' ).fill( '' );
		await page.getByRole( 'group', { name: 'Plan' } ).getByLabel( 'Price' ).fill( 'a lot' );
		await page.getByRole( 'button', { name: 'Create product', exact: true } ).click();

		for ( const field of [ 'Name', 'Plan name', 'Price' ] ) {
			await expect( page.getByLabel( field, { exact: true } ) ).toHaveAttribute( 'aria-invalid', 'true' );
			await expect( page.getByLabel( field, { exact: true } ) ).toHaveAccessibleDescription( /\S/ );
		}
		expect( [ ...watch.seen ] ).not.toContain( 'products.create' );
	} );

	test( 'a plan is duplicated, renamed, archived, restored and deleted', async ( { app, page, agency } ) => {
		const product = await agency.call(
			'products.create',
			{},
			{
				name: `Hosting ${ unique( 'p' ) }`,
				description: '',
				image_id: null,
				plans: [
					{
						name: 'Yearly',
						price: { amount: 19_000, currency: 'EUR' },
						type: 'recurring',
						interval: { unit: 'year', count: 1 },
					},
				],
			}
		);
		await app.open( `/products/${ product.id }`, product.name );
		const plans = page.getByRole( 'region', { name: 'Plans' } ).getByRole( 'listitem' );
		await app.choose( 'Actions for Yearly', 'Duplicate' );
		await app.said( 'Plan duplicated.' );
		await expect( plans ).toHaveCount( 2 );

		const copy = ( await agency.call( 'products.get', { id: product.id } ) ).plans.find(
			( { id } ) => id !== product.plans[ 0 ]?.id
		);
		await page
			.getByRole( 'button', { name: `Actions for ${ copy?.name }` } )
			.last()
			.click();
		await page.getByRole( 'menuitem', { name: 'Edit' } ).click();
		const dialog = page.getByRole( 'dialog', { name: 'Edit plan' } );
		await dialog.getByLabel( 'Plan name' ).fill( 'Every two years' );
		await dialog.getByLabel( 'Price' ).fill( '340' );
		await dialog.getByLabel( 'Interval (years)' ).fill( '2' );
		await expect( dialog.getByText( 'The client pays €340.00 every 2 years.' ) ).toBeVisible();
		await dialog.getByRole( 'button', { name: 'Save plan' } ).click();
		await app.said( 'Plan saved.' );
		await expect( plans.filter( { hasText: 'Every two years' } ) ).toContainText( '€340.00' );

		await app.choose( 'Actions for Every two years', 'Archive' );
		await expect( plans.filter( { hasText: 'Every two years' } ) ).toContainText( 'archived' );
		await app.choose( 'Actions for Every two years', 'Restore' );
		await expect( plans.filter( { hasText: 'Every two years' } ) ).not.toContainText( 'archived' );
		await app.choose( 'Actions for Every two years', 'Delete' );
		await page.getByRole( 'dialog' ).getByRole( 'button', { name: 'Delete plan' } ).click();
		await app.said( 'Plan deleted.' );
		await expect( plans ).toHaveCount( 1 );
	} );

	test( 'only what was never used can be deleted', async ( { app, page, agency } ) => {
		const product = await agency.call(
			'products.create',
			{},
			{
				name: `Audit ${ unique( 'p' ) }`,
				description: '',
				image_id: null,
				plans: [
					{ name: 'Once', price: { amount: 90_000, currency: 'EUR' }, type: 'one_time', interval: null },
				],
			}
		);
		await agency.draft( await agency.client(), {
			lines: [ { ...lineOf( 'Audit', 90_000 ), plan_id: product.plans[ 0 ]?.id } ],
		} );
		await app.open( `/products/${ product.id }`, product.name );
		const items = page.locator( '.components-popover' ).getByRole( 'menuitem' );
		await page.getByRole( 'button', { name: 'Actions for Once' } ).click();
		await expect( items ).toHaveText( [ 'Edit', 'Duplicate', 'Archive' ] );
		await page.keyboard.press( 'Escape' );
		await page.getByRole( 'button', { name: 'Actions for this product' } ).click();
		await expect( items ).toHaveText( [ 'Archive' ] );
		await items.click();

		await app.said( 'Product archived. Its plans can no longer be billed.' );
		await app.open( `/products?search=${ encodeURIComponent( product.name ) }`, 'Products' );
		await expect( page.getByText( 'No results.' ) ).toBeVisible();
		await page.getByRole( 'button', { name: 'Archived' } ).click();
		await expect( page.getByRole( 'row' ).filter( { hasText: product.name } ) ).toBeVisible();
	} );
} );
