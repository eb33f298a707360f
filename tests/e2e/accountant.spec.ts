import { readFileSync } from 'node:fs';
import { filesOf } from './support/archive';
import { expect, inspect, test } from './at-desk';

test.describe( 'For the accountant', () => {
	test( 'a month is asked for, made in the background, downloaded and opened', async ( {
		agency,
		app,
		page,
		visitor,
	} ) => {
		const { client } = await agency.customer( { at: visitor.context() } );
		const invoice = await agency.invoice( client );
		await app.open( `/clients/${ client.id }/statement`, client.name );
		await expect( page.getByRole( 'link', { name: `Invoice ${ invoice.number }` } ) ).toBeVisible();
		await inspect( page, 'Statement of a client' );

		await app.open( '/reports', 'Reports' );
		await page.getByLabel( 'Period' ).selectOption( { index: 0 } );
		const exports = page.getByRole( 'list', { name: 'Exports' } ).getByRole( 'listitem' );
		const newest = exports.first();
		// There is one of the demo's.
		await expect( newest ).toBeVisible();
		const before = await exports.count();
		await page.getByRole( 'button', { name: 'Create export' } ).click();
		await expect( exports ).toHaveCount( before + 1 );
		await expect( newest.getByRole( 'button', { name: /^Download ZIP/ } ) ).toBeVisible( { timeout: 60_000 } );
		await inspect( page, 'Reports' );

		const saved = page.waitForEvent( 'download' );
		await newest.getByRole( 'button', { name: /^Download ZIP/ } ).click();
		const download = await saved;
		expect( download.suggestedFilename() ).toMatch( /^accountant-\d{4}-\d{2}-01-\d{4}-\d{2}-\d{2}\.zip$/ );
		const files = filesOf( readFileSync( await download.path() ) );
		const pdf = [ ...files ].find( ( [ name ] ) => name.endsWith( `/${ invoice.number }.pdf` ) )?.[ 1 ];
		expect( pdf?.subarray( 0, 5 ).toString() ).toBe( '%PDF-' );
		expect( files.get( 'Documents.csv' )?.toString() ).toContain( `Invoice,${ invoice.number },` );
		expect( [ ...files.keys() ] ).toEqual( expect.arrayContaining( [ 'Payments.csv', 'Tax by rate.csv' ] ) );

		await newest.getByRole( 'button', { name: /^Delete export/ } ).click();
		await app.said( 'Export deleted.' );
	} );
} );
