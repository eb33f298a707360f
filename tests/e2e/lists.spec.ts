import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import { lineOf, unique } from './support/agency';
import { expect, test } from './at-desk';

/** Ticks every row that a list shows. */
async function chooseAll( page: Page, count: number ): Promise< void > {
	await expect( page.locator( 'tbody tr' ) ).toHaveCount( count );
	await page.locator( 'thead' ).getByRole( 'checkbox' ).check();
}

const resultOf = ( dialog: Locator, row: string ): Locator => dialog.getByRole( 'listitem' ).filter( { hasText: row } );

/** Of what is not drawn: a click there hits nothing. */
const NOWHERE = { x: -1, y: -1, width: 0, height: 0 };

test.describe( 'Lists', () => {
	test( 'drafts are sent together, and each row says what became of it', async ( { agency, app, page } ) => {
		const word = unique( 'batch' );
		const good = await agency.client( { name: `${ word } Good` } );
		const mute = await agency.call( 'clients.create', {}, { name: `${ word } Mute`, currency: 'EUR' } );
		const lines = { lines: [ lineOf( 'Care', 5_000 ) ] };
		const drafts = [ await agency.draft( good, lines ), await agency.draft( mute, lines ) ];

		await app.open( `/invoices?search=${ word }`, 'Invoices' );
		await chooseAll( page, 2 );
		const ticks = page.locator( 'tbody svg.components-checkbox-control__checked' );
		await expect( ticks ).toHaveCount( 2 );
		await expect( ticks.first(), 'white on blue' ).toHaveCSS( 'color', 'rgb(255, 255, 255)' );
		await page.getByRole( 'button', { name: 'Send…' } ).click();
		const dialog = page.getByRole( 'dialog', { name: 'Send invoices' } );
		await expect( resultOf( dialog, `${ word } Good` ) ).toContainText( `to ${ good.contacts[ 0 ]?.email }` );
		await expect( resultOf( dialog, `${ word } Mute` ) ).toContainText( 'This client has no email address.' );
		await dialog.getByRole( 'button', { name: 'Send 1 invoice', exact: true } ).click();
		await expect( resultOf( dialog, `${ word } Good` ) ).toContainText( 'Sent as' );
		await expect( dialog.getByRole( 'status' ) ).toHaveText( '1 of 2 done · 1 can’t be completed' );

		const [ sent, kept ] = await Promise.all( drafts.map( ( { id } ) => agency.call( 'invoices.get', { id } ) ) );
		expect( sent?.status ).toBe( 'issued' );
		expect( kept?.status ).toBe( 'draft' );
	} );

	test( 'a row without an answer is tried again with the same key, and only that one', async ( {
		agency,
		app,
		page,
		watch,
	} ) => {
		const word = unique( 'again' );
		const client = await agency.client( { name: `${ word } Ltd` } );
		const [ one, other ] = [ await agency.invoice( client ), await agency.invoice( client ) ];
		const keys: Record< string, string[] > = {};
		let isDown = true;
		watch.expect( /Failed to load resource/ );
		await page.route( /invoices\/\d+\/resend/, async ( route ) => {
			const id = /invoices\/(\d+)/.exec( route.request().url() )?.[ 1 ] ?? '';
			keys[ id ] = [ ...( keys[ id ] ?? [] ), route.request().headers()[ 'idempotency-key' ] ?? '' ];
			// Done, but nobody hears of it.
			if ( id === String( one.id ) && isDown ) {
				isDown = false;
				await route.fetch();
				await route.abort();
				return;
			}
			await route.continue();
		} );

		await app.open( `/invoices?search=${ word }`, 'Invoices' );
		await chooseAll( page, 2 );
		await page.getByRole( 'button', { name: 'Resend…' } ).click();
		const dialog = page.getByRole( 'dialog', { name: 'Resend' } );
		await dialog.getByRole( 'button', { name: 'Resend 2 invoices' } ).click();
		await expect( dialog.getByRole( 'status' ) ).toHaveText( '1 of 2 done · 1 with no response' );
		await dialog.getByRole( 'button', { name: 'Try again (1)' } ).click();
		await expect( dialog.getByRole( 'status' ) ).toHaveText( '2 of 2 done' );
		expect( keys[ one.id ] ).toHaveLength( 2 );
		expect( new Set( keys[ one.id ] ).size ).toBe( 1 );
		expect( keys[ other.id ] ).toHaveLength( 1 );
		const { items } = await agency.call( 'invoices.events', { id: one.id } );
		expect( items.filter( ( { type } ) => type === 'invoice.resent' ) ).toHaveLength( 1 );
	} );

	test( 'invoices are taken along as one ZIP and as a table', async ( { agency, app, page } ) => {
		const word = unique( 'take' );
		const client = await agency.client( { name: `=${ word }` } );
		const numbers = [ await agency.invoice( client ), await agency.invoice( client ) ].map(
			( { number } ) => number ?? ''
		);
		await app.open( `/invoices?search=${ word }`, 'Invoices' );
		await chooseAll( page, 2 );
		const [ zip ] = await Promise.all( [
			page.waitForEvent( 'download' ),
			page.getByRole( 'button', { name: 'Download PDFs' } ).click(),
		] );
		const files = unzipSync( new Uint8Array( readFileSync( await zip.path() ) ) );
		expect( Object.keys( files ).sort() ).toEqual( numbers.map( ( number ) => `${ number }.pdf` ).sort() );
		for ( const bytes of Object.values( files ) ) {
			expect( Buffer.from( bytes.slice( 0, 5 ) ).toString() ).toBe( '%PDF-' );
		}
		const [ csv ] = await Promise.all( [
			page.waitForEvent( 'download' ),
			page.getByRole( 'button', { name: 'Export as CSV' } ).click(),
		] );
		const table = readFileSync( await csv.path(), 'utf8' );
		expect( table ).toContain( `'=${ word }` );
		expect( table.trim().split( '\r\n' ) ).toHaveLength( 3 );
	} );

	test( '“Skip to main content” leads to the heading of the screen', async ( { app, page } ) => {
		for ( const [ place, title ] of [
			[ '/', 'Overview' ],
			[ '/invoices', 'Invoices' ],
			[ '/payments', 'Payments' ],
			[ '/clients', 'Clients' ],
			[ '/products', 'Products' ],
			[ '/settings/business', 'Settings' ],
		] as const ) {
			await page.goto( 'about:blank' );
			await app.open( place, title );
			await page.keyboard.press( 'Tab' );
			await expect( page.locator( ':focus' ) ).toHaveText( 'Skip to main content' );
			await page.keyboard.press( 'Enter' );
			await expect( app.heading ).toBeFocused();
			await expect( app.heading ).toHaveText( title );
		}
	} );

	test( 'each figure opens the rows it counts', async ( { app, page } ) => {
		await app.open( '/', 'Overview' );
		const figures = page.locator( '.counterfoil-figure' );
		// Reading a list does not wait for it.
		await expect( figures ).toHaveCount( 8 );
		const found = await figures.evaluateAll( ( links ) =>
			links.map( ( link ) => ( {
				label: link.querySelector( '.counterfoil-figure__label' )?.textContent ?? '',
				sums: [ ...link.querySelectorAll( '.counterfoil-money' ) ].map( ( value ) => value.textContent ?? '' ),
				count: parseInt( link.querySelector( '.counterfoil-figure__count' )?.textContent ?? '', 10 ),
			} ) )
		);
		const counted = found.filter( ( { count } ) => ! Number.isNaN( count ) );
		expect( counted ).toHaveLength( 6 );
		for ( const { label, sums, count } of counted ) {
			await app.open( '/', 'Overview' );
			await figures.filter( { hasText: label } ).click();
			await expect( app.heading ).not.toHaveText( 'Overview' );
			// A page of the list has 25; the sums beside it are of all.
			await expect( page.locator( 'tbody tr' ) ).toHaveCount( Math.min( count, 25 ) );
			for ( const sum of sums ) {
				await expect( page.locator( '.counterfoil-list-sums' ) ).toContainText( sum );
			}
		}
	} );

	test( 'what subscriptions bring in is of as many as their list has', async ( { app, page } ) => {
		for ( const label of [ 'MRR', 'Active subscriptions' ] ) {
			await app.open( '/', 'Overview' );
			const active = page.locator( '.counterfoil-figure', { hasText: 'Active subscriptions' } );
			await expect( active.locator( '.counterfoil-money' ) ).toHaveText( /^\d+$/ );
			const count = Number( await active.locator( '.counterfoil-money' ).textContent() );
			await page.locator( '.counterfoil-figure', { hasText: label } ).click();
			await expect( app.heading ).toHaveText( 'Subscriptions' );
			await expect( page.locator( 'tbody tr' ) ).toHaveCount( Math.min( count, 25 ) );
		}
	} );

	test( 'a row is a link, and is sorted by the server', async ( { agency, app, page } ) => {
		const word = unique( 'sort' );
		const client = await agency.client( { name: `${ word } Ł` } );
		for ( const price of [ 3_000, 1_000, 2_000 ] ) {
			await agency.draft( client, { lines: [ lineOf( 'Care', price ) ] } );
		}
		await app.open( `/invoices?search=${ word }`, 'Invoices' );
		const totals = page.locator( 'tbody tr td strong.counterfoil-money' );
		await expect( totals ).toHaveCount( 3 );
		await page.getByRole( 'button', { name: 'Total' } ).click();
		await page.getByRole( 'menuitemradio', { name: 'Sort ascending' } ).click();
		await expect( page ).toHaveURL( /orderby=total&order=asc/ );
		await page.keyboard.press( 'Escape' );
		await expect
			.poll( async () =>
				( await totals.allTextContents() ).map( ( text ) => parseFloat( text.replace( /[^\d.]/g, '' ) ) )
			)
			.toEqual( [ 11.9, 23.8, 35.7 ] );

		// Wherever one clicks: the link lies over the row, so that the cell itself is never what is hit.
		const row = page.locator( 'tbody tr' ).first();
		const link = row.getByRole( 'link' );
		await expect( link ).toHaveAttribute( 'href', /#\/invoices\/\d+\/edit$/ );
		const clickCell = async () => {
			const { x, y, width, height } = ( await row.locator( 'td' ).nth( 3 ).boundingBox() ) ?? NOWHERE;
			await page.mouse.click( x + width / 2, y + height / 2 );
		};
		const opened = page.context().waitForEvent( 'page' );
		await page.keyboard.down( 'ControlOrMeta' );
		await clickCell();
		await page.keyboard.up( 'ControlOrMeta' );
		const other = await opened;
		await expect( other.getByRole( 'heading', { level: 1 } ) ).toHaveText( 'Edit draft' );
		await other.close();
		await clickCell();
		await expect( app.heading ).toHaveText( 'Edit draft' );
	} );

	test( 'long names push nothing off, in narrow windows and wide fonts', async ( { agency, app, page } ) => {
		const word = unique( 'long' );
		const name = `${ word } Gesellschaft für außergewöhnlich lange und ausführliche Namen mbH`.padEnd( 80, 'x' );
		await agency.invoice( await agency.client( { name } ) );
		for ( const width of [ 1280, 1024 ] ) {
			await page.setViewportSize( { width, height: 800 } );
			for ( const [ place, title ] of [
				[ `/invoices?search=${ word }`, 'Invoices' ],
				[ `/clients?search=${ word }`, 'Clients' ],
				[ '/payments', 'Payments' ],
				[ '/products', 'Products' ],
			] as const ) {
				await page.goto( 'about:blank' );
				await app.open( place, title );
				await page.addStyleTag( { content: '#wpwrap * { font-family: "DejaVu Sans" !important; }' } );
				await expect( page.locator( 'tbody tr' ).first() ).toBeVisible();
				const [ needs, has, beyond ] = await page.evaluate( () => {
					const table = document.querySelector( '.dataviews-view-table' );
					return [
						table?.scrollWidth ?? 0,
						table?.parentElement?.clientWidth ?? 0,
						document.documentElement.scrollWidth - document.documentElement.clientWidth,
					];
				} );
				expect( needs, `${ title } at ${ width }` ).toBeLessThanOrEqual( has ?? 0 );
				expect( beyond, `${ title } at ${ width }` ).toBe( 0 );
			}
		}
	} );

	test( 'columns and views are kept for who chose them', async ( { app, page } ) => {
		const name = unique( 'View' );
		await app.open( '/invoices?state=overdue', 'Invoices' );
		const heads = page.locator( 'thead th' );
		await expect( heads.filter( { hasText: 'Issue date' } ) ).toBeVisible();
		await page.getByRole( 'button', { name: 'View options' } ).click();
		await page.locator( '.components-popover' ).getByRole( 'button', { name: 'Issue date', exact: true } ).click();
		await page.keyboard.press( 'Escape' );
		await expect( heads.filter( { hasText: 'Issue date' } ) ).toHaveCount( 0 );

		await page.getByRole( 'button', { name: 'Views' } ).click();
		await page.getByRole( 'menuitem', { name: 'Save this view…' } ).click();
		await page.getByLabel( 'Name' ).fill( name );
		const kept = page.waitForResponse( ( response ) => response.url().includes( '/wp/v2/users/me' ) );
		await page.getByRole( 'button', { name: 'Save view' } ).click();
		await app.said( 'View saved.' );
		await kept;

		await app.open( '/invoices', 'Invoices' );
		await page.reload();
		await expect( heads.filter( { hasText: 'Number' } ) ).toBeVisible();
		await expect( heads.filter( { hasText: 'Issue date' } ) ).toHaveCount( 0 );
		await page.getByRole( 'button', { name: 'Views' } ).click();
		await page.getByRole( 'menuitem', { name } ).click();
		await expect( page ).toHaveURL( /state=overdue/ );

		await page.getByRole( 'button', { name } ).click();
		await page.getByRole( 'menuitem', { name: `Delete “${ name }”` } ).click();
		await page.getByRole( 'button', { name: 'View options' } ).click();
		await page.getByRole( 'button', { name: 'Reset view' } ).click();
		await expect( heads.filter( { hasText: 'Issue date' } ) ).toBeVisible();
	} );

	test( 'products are archived and brought back together', async ( { agency, app, page } ) => {
		const word = unique( 'shelf' );
		const ids: number[] = [];
		for ( const name of [ `${ word } A`, `${ word } B` ] ) {
			ids.push(
				( await agency.call( 'products.create', {}, { name, description: '', image_id: null, plans: [] } ) ).id
			);
		}
		const archived = () =>
			Promise.all(
				ids.map( async ( id ) => ( await agency.call( 'products.get', { id } ) ).archived_at !== null )
			);
		await app.open( `/products?search=${ word }`, 'Products' );
		await chooseAll( page, 2 );
		await page.getByRole( 'button', { name: 'Archive', exact: true } ).click();
		await app.said( 'Products archived.' );
		expect( await archived() ).toEqual( [ true, true ] );
		await page.getByRole( 'button', { name: 'Archived', exact: true } ).click();
		await chooseAll( page, 2 );
		await page.getByRole( 'button', { name: 'Restore', exact: true } ).click();
		await app.said( 'Products restored.' );
		expect( await archived() ).toEqual( [ false, false ] );
	} );
} );
