import { expect, inspect, test } from './test';
import { Watch } from './support/watch';

/** What the other chapters rely on: that something wrong is noticed. */
test.describe( 'The tests themselves', () => {
	test( 'notice an answer that is not what the contract says', async ( { browser } ) => {
		const watch = new Watch();
		const context = await browser.newContext();
		watch.attach( context );
		const page = await context.newPage();
		await page.route( '**/wp-json/counterfoil/v1/**', ( route ) =>
			route.fulfill( {
				status: route.request().url().endsWith( '/roles' ) ? 418 : 200,
				json: { items: [], next_cursor: null, surprise: 1 },
			} )
		);
		await page.goto( '/portal-login/' );
		await page.evaluate( async () => {
			await fetch( '/wp-json/counterfoil/v1/clients' );
			await fetch( '/wp-json/counterfoil/v1/roles' );
			await fetch( '/wp-json/counterfoil/v1/unheard-of' );
		} );

		const problems = ( await watch.report() ).join( '\n' );
		expect( problems ).toContain( 'GET /clients (200): / Unrecognized key: "surprise"' );
		expect( problems ).toContain( 'GET /roles (418): /code' );
		expect( problems ).toContain( 'GET /unheard-of is not in the contract.' );
		expect( [ ...watch.seen ].sort() ).toEqual( [ 'clients.list', 'roles.list' ] );
		await context.close();
	} );

	test( 'notice what a page complains about', async ( { browser } ) => {
		const watch = new Watch();
		const context = await browser.newContext();
		watch.attach( context );
		const page = await context.newPage();
		await page.goto( '/portal-login/' );
		await page.evaluate( () => {
			console.error( 'Something broke' );
			setTimeout( () => {
				throw new Error( 'Nobody caught this' );
			} );
		} );

		await expect
			.poll( async () => ( await watch.report() ).join( '\n' ) )
			.toMatch( /Something broke[\s\S]*Nobody caught this/ );
		watch.expect( /Something broke/ );
		expect( await watch.report() ).toEqual( [ 'Uncaught: Nobody caught this' ] );
		await context.close();
	} );

	test( 'notice what nobody can read and what sticks out', async ( { visitor } ) => {
		await visitor.setContent( '<title>A page</title><html lang="en"><main><img src="data:,"></main></html>' );
		await expect( inspect( visitor, 'A picture without a name' ) ).rejects.toThrow( /image-alt/ );

		await visitor.setContent(
			'<html lang="en"><title>A page</title><main style="width: 350px">Wide</main></html>'
		);
		await expect( inspect( visitor, 'A wide page' ) ).rejects.toThrow( /at 320: what sticks out/ );
	} );
} );
