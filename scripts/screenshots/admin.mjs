import { adminPage, ask } from './admin-page.mjs';

/**
 * @param {import('./camera.mjs').Camera}    camera
 * @param {import('../lib/stand.mjs').Stand} stand
 */
export async function adminScreens( camera, stand ) {
	const page = await adminPage( camera, stand );
	const first = async ( path ) => ( await ask( page, path ) ).items[ 0 ].id;
	const screen = ( name, place, then = async () => {} ) =>
		camera.take( page, `admin-${ name }`, async () => {
			// Anew, so that nothing of the screen before is left; the app reads the place when it starts.
			await page.goto( 'about:blank' );
			await page.goto( `${ stand.admin.url }#${ place }` );
			await page.locator( '#counterfoil h1' ).first().waitFor();
			await then();
		} );

	const marta = await first( `clients?search=${ encodeURIComponent( 'Brauhaus' ) }` );
	const product = await first( 'products' );
	await screen( 'overview', '/' );
	await screen( 'invoices', '/invoices' );
	for ( const state of [ 'due', 'overdue', 'part_paid', 'paid', 'refunded', 'void' ] ) {
		const id = await first( `invoices?state=${ state }` );
		await screen( `invoice-${ state.replace( '_', '-' ) }`, `/invoices/${ id }` );
	}
	await screen( 'editor-new', '/invoices/new' );
	await screen( 'editor', `/invoices/${ await first( 'invoices?state=draft' ) }/edit`, async () => {
		await page.locator( '.counterfoil-line' ).first().waitFor();
	} );
	await screen( 'clients', '/clients' );
	for ( const tab of [ '', 'products', 'invoices', 'statement', 'websites', 'activity' ] ) {
		await screen( `client-${ tab || 'overview' }`, `/clients/${ marta }/${ tab }`.replace( /\/$/, '' ) );
	}
	await screen( 'products', '/products' );
	await screen( 'product', `/products/${ product }` );
	const coupon = await first( 'coupons?search=WELCOME10' );
	await screen( 'coupons', '/products/coupons' );
	await screen( 'coupons-ended', '/products/coupons?state=ended' );
	await screen( 'coupon', `/products/coupons/${ coupon }` );
	await screen( 'coupon-create', '/products/coupons', async () => {
		await page.getByRole( 'button', { name: 'Create coupon' } ).first().click();
		await page.getByRole( 'dialog' ).getByLabel( 'Discount' ).selectOption( 'amount' );
	} );
	const { items: uses } = await ask( page, `coupons/${ coupon }/uses` );
	await screen( 'invoice-coupon', `/invoices/${ uses[ 0 ].invoice.id }` );
	const forecast = () => page.locator( '.counterfoil-columns' ).waitFor();
	await screen( 'subscriptions', '/subscriptions' );
	await screen( 'subscription', `/subscriptions/${ await first( 'subscriptions?tab=active' ) }`, forecast );
	await screen( 'mrr', '/subscriptions/mrr' );
	await screen( 'forecast', '/subscriptions/forecast', forecast );
	await screen( 'reports', '/reports', () =>
		page
			.getByRole( 'button', { name: /^Download ZIP/ } )
			.first()
			.waitFor()
	);
	for ( const place of [ 'business', 'payments', 'invoices', 'emails', 'reminders', 'portal' ] ) {
		await screen( `settings-${ place }`, `/settings/${ place }` );
	}
	const home = await page.evaluate( () =>
		window.wp.apiFetch( { path: '/wp/v2/pages?slug=portal' } ).then( ( pages ) => pages[ 0 ].id )
	);
	await camera.take( page, 'block-editor', async () => {
		await page.goto( `${ stand.site }/wp-admin/post.php?post=${ home }&action=edit` );
		await page.locator( '.interface-interface-skeleton' ).waitFor();
		const greeting = page.getByRole( 'button', { name: 'Close', exact: true } );
		if ( await greeting.isVisible() ) {
			await greeting.click();
		}
	} );
	await page.context().close();
}
