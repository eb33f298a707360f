import { expect, inspect, test } from './at-desk';

test.describe( 'Document design', () => {
	test( 'what is changed is seen at once, printed on the next invoice, and not on an older one', async ( {
		agency,
		app,
		page,
		requestUtils,
	} ) => {
		const before = await agency.call( 'design.get' );
		const client = await agency.client();
		const older = await agency.invoice( client );
		await app.open( '/settings/design', 'Settings' );
		const preview = page.getByRole( 'region', { name: 'Preview', exact: true } );
		await expect( preview.getByText( 'Due date' ) ).toBeVisible();
		await inspect( page, 'Document design' );

		await page.getByLabel( 'Use your brand color' ).uncheck();
		await page.getByLabel( 'Accent color' ).fill( '#ffd400' );
		await expect( page.getByText( 'The bar at the top uses this color' ) ).toBeVisible();
		await page.getByLabel( 'Accent color' ).fill( '#7a1fa2' );
		await expect( page.getByText( /^Contrast on white: / ) ).toBeVisible();
		await page.getByLabel( 'US Letter' ).check();
		await page.getByLabel( 'Phone', { exact: true } ).uncheck();
		await page.getByLabel( 'Due date', { exact: true } ).uncheck();
		await page.getByRole( 'textbox', { name: 'Footer' } ).fill( 'Registered in Berlin' );
		await expect( preview.getByText( 'Registered in Berlin' ) ).toBeVisible();
		await expect( preview.getByText( 'Due date' ) ).toHaveCount( 0 );
		await preview.getByLabel( 'Client’s language' ).selectOption( 'pl_PL' );
		await expect( preview.getByText( /^Faktura / ) ).toBeVisible();
		await page.getByRole( 'button', { name: 'Save document design' } ).click();
		await app.said( 'Document design saved.' );

		const newer = await agency.invoice( client );
		const looks = await Promise.all(
			[ older, newer ].map( async ( { id } ) => ( await agency.call( 'invoices.get', { id } ) ).document )
		);
		expect( looks.map( ( { accent, page: sheet, footer } ) => [ accent, sheet, footer ] ) ).toEqual( [
			[ before.brand, before.page, before.footer || null ],
			[ '#7a1fa2', 'letter', 'Registered in Berlin' ],
		] );
		const sheets = await Promise.all(
			[ older, newer ].map( async ( { id } ) => {
				const pdf = await requestUtils.request.get(
					`${ requestUtils.baseURL }/wp-json/counterfoil/v1/invoices/${ id }/pdf`,
					{ headers: { 'X-WP-Nonce': requestUtils.storageState?.nonce ?? '' } }
				);
				return /MediaBox \[\S+ \S+ (\d+)/.exec( ( await pdf.body() ).toString( 'latin1' ) )?.[ 1 ];
			} )
		);
		expect( sheets ).toEqual( [ '595', '612' ] );
		const { brand: _brand, ...design } = before;
		await agency.call( 'design.update', {}, design );
	} );
} );
