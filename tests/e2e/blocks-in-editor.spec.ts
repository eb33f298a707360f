import { expect, test } from './at-desk';

/** Each block, and what its preview shows to somebody who builds a page. */
const BLOCKS = [
	{ name: 'counterfoil/login', title: 'Client login', shows: /Log in/ },
	{ name: 'counterfoil/portal', title: 'Client portal', shows: /Sample data/ },
	{ name: 'counterfoil/invoices', title: 'Client invoices', shows: /INV|Sample/ },
	{ name: 'counterfoil/subscriptions', title: 'Client subscriptions', shows: /Sample data/ },
	{ name: 'counterfoil/pay-button', title: 'Pay button', shows: /Pay / },
] as const;

test.describe( 'Blocks in the editor', () => {
	for ( const { name, title, shows } of BLOCKS ) {
		test( `${ title }: inserted, previewed, kept`, async ( { admin, editor, page, agency, watch } ) => {
			// WordPress' own welcome has a picture from its own site; the tests have no way out.
			watch.expect( /ERR_NAME_NOT_RESOLVED \(https:\/\/s\.w\.org\// );
			const { items } = await agency.call( 'invoices.list' );
			const real = items.flatMap( ( { number } ) => number ?? [] );
			expect( real.length ).toBeGreaterThan( 0 );
			await admin.createNewPost( { postType: 'page', title: `Page with ${ title }` } );
			await editor.insertBlock( { name } );
			const block = editor.canvas.locator( `[data-type="${ name }"]` );
			await expect( block ).toContainText( shows );
			const shown = await block.innerText();
			expect( real.filter( ( number ) => shown.includes( number ) ) ).toEqual( [] );
			await editor.saveDraft();
			await page.reload();
			await expect( editor.canvas.locator( `[data-type="${ name }"]` ) ).toContainText( shows );
			expect( await editor.getEditedPostContent() ).toBe( `<!-- wp:${ name } /-->` );
		} );
	}

	test( 'a setting of a block changes its preview', async ( { admin, editor } ) => {
		await admin.createNewPost( { postType: 'page', title: 'Log-in of our own' } );
		await editor.insertBlock( { name: 'counterfoil/login', attributes: { heading: 'Good to see you' } } );
		await expect( editor.canvas.getByRole( 'heading', { name: 'Good to see you' } ) ).toBeVisible();
	} );
} );
