/**
 * The agency's browser: logged in, with the app open, so that its way to the API is there.
 *
 * @param {import('./camera.mjs').Camera}    camera
 * @param {import('../lib/stand.mjs').Stand} stand
 */
export function adminPage( camera, stand ) {
	return camera.person( async ( page ) => {
		await page.goto( `${ stand.site }/wp-login.php` );
		await page.fill( '#user_login', stand.admin.user );
		await page.fill( '#user_pass', stand.admin.password );
		await Promise.all( [ page.waitForURL( /wp-admin/ ), page.click( '#wp-submit' ) ] );
		await page.goto( stand.admin.url );
		await page.locator( 'h1' ).first().waitFor();
	} );
}

/**
 * Asks the API as the agency.
 *
 * @param {import('@playwright/test').Page} page
 * @param {string}                          path   Below the plugin's root, "invoices?state=due".
 * @param {string}                          method
 */
export const ask = ( page, path, method = 'GET' ) =>
	page.evaluate( ( wanted ) => window.wp.apiFetch( wanted ), { path: `/counterfoil/v1/${ path }`, method } );
