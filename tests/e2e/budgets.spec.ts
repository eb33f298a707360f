import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import type { Page, Response } from '@playwright/test';
import { PayView } from './pages/pay-view';
import { expect, test } from './test';

const KB = 1024;

/** Scripts and styles of ours that a page loads, gzipped, by address. */
async function weights( page: Page, show: () => Promise< unknown > ): Promise< Map< string, number > > {
	const found = new Map< string, Promise< number > >();
	const weigh = ( response: Response ): void => {
		const address = response.url().split( '?' )[ 0 ] ?? '';
		if ( /\/plugins\/[^/]+\/build\/.*\.(js|css)$/.test( address ) ) {
			found.set(
				address,
				response.body().then( ( body ) => gzipSync( body ).length )
			);
		}
	};
	page.on( 'response', weigh );
	await show();
	await page.waitForLoadState( 'load' );
	// What comes later is of the next page, or of none: nobody would wait for it.
	page.off( 'response', weigh );
	return new Map(
		await Promise.all( [ ...found ].map( async ( [ address, size ] ) => [ address, await size ] as const ) )
	);
}

const sum = ( sizes: Map< string, number > ): number => [ ...sizes.values() ].reduce( ( all, one ) => all + one, 0 );

/** What jumped without the reader's doing, as Chromium saw it: "0.0123: MAIN.cf-portal 0,120 → 0,164". */
const jumps = ( page: Page ): Promise< readonly string[] > =>
	page.evaluate( async () => {
		interface Shift extends PerformanceEntry {
			readonly value: number;
			readonly sources: ReadonlyArray< {
				readonly node: Node | null;
				readonly previousRect: DOMRectReadOnly;
				readonly currentRect: DOMRectReadOnly;
			} >;
		}
		const place = ( { x, y, width, height }: DOMRectReadOnly ) => `${ x },${ y } ${ width }×${ height }`;
		const found: Shift[] = [];
		new PerformanceObserver( ( list ) => found.push( ...( list.getEntries() as Shift[] ) ) ).observe( {
			type: 'layout-shift',
			buffered: true,
		} );
		// What was painted so far is told between two frames.
		for ( let frame = 0; frame < 3; frame++ ) {
			await new Promise( ( next ) => requestAnimationFrame( () => setTimeout( next ) ) );
		}
		return found.map(
			( { value, sources } ) =>
				`${ value }: ${ sources
					.map( ( { node, previousRect, currentRect } ) => {
						const element = node instanceof Element ? node : node?.parentElement;
						return `${ element?.tagName }.${ element?.className } ${ place( previousRect ) } → ${ place( currentRect ) }`;
					} )
					.join( ', ' ) }`
		);
	} );

test.describe( 'Budgets', () => {
	test( 'a portal page weighs less than 15 KB of ours', async ( { agency, visitor } ) => {
		const { client } = await agency.customer( { at: visitor.context() } );
		const invoice = await agency.invoice( client );
		const { home } = await agency.portal();
		for ( const address of [
			home,
			`${ home }?view=invoices`,
			invoice.portal_url ?? '',
			`${ home }?view=pay&id=${ invoice.id }`,
		] ) {
			const sizes = await weights( visitor, () => visitor.goto( address ) );
			expect( sizes.size, address ).toBeGreaterThan( 0 );
			expect( sum( sizes ), `${ address }: ${ [ ...sizes ].join( ', ' ) }` ).toBeLessThan( 15 * KB );
		}
	} );

	test( 'nothing jumps in the portal while it loads, wide or narrow, also not when the card’s form comes', async ( {
		agency,
		visitor,
	} ) => {
		const { client } = await agency.customer( { at: visitor.context() } );
		const invoice = await agency.invoice( client );
		const { home } = await agency.portal();
		const pay = new PayView( visitor );
		for ( const width of [ 1280, 390, 320 ] ) {
			await visitor.setViewportSize( { width, height: 900 } );
			for ( const address of [
				home,
				`${ home }?view=invoices`,
				invoice.portal_url ?? '',
				`${ home }?view=account`,
			] ) {
				await visitor.goto( address );
				await visitor.waitForLoadState( 'load' );
				expect( await jumps( visitor ), `${ address } at ${ width }` ).toEqual( [] );
			}
			await pay.open( invoice.portal_url ?? '' );
			await expect( pay.button ).toBeEnabled();
			expect( await jumps( visitor ), `Pay at ${ width }` ).toEqual( [] );
		}
	} );

	test( 'nothing jumps in the portal when half of its menu arrives first', async ( { agency, visitor } ) => {
		await agency.customer( { at: visitor.context() } );
		const { home } = await agency.portal();
		const whole = await ( await visitor.context().request.get( home ) ).text();
		// At another address scripts may not be asked for; nothing of this is theirs.
		const page = whole.replace( /<script\b[\s\S]*?<\/script>|<link\b[^>]*modulepreload[^>]*>/g, '' );
		const cut = page.indexOf( '<span class="cf-avatar"' );
		expect( cut ).toBeGreaterThan( 0 );
		let finish = () => {};
		const server = createServer( ( _request, response ) => {
			response.writeHead( 200, { 'Content-Type': 'text/html; charset=utf-8' } ).write( page.slice( 0, cut ) );
			finish = () => void response.end( page.slice( cut ) );
		} );
		await new Promise< void >( ( ready ) => server.listen( 0, '127.0.0.1', ready ) );
		const { port } = server.address() as AddressInfo;
		for ( const width of [ 1280, 390 ] ) {
			await visitor.setViewportSize( { width, height: 900 } );
			await visitor.goto( `http://127.0.0.1:${ port }/`, { waitUntil: 'commit' } );
			await visitor.locator( '.cf-menu__button' ).waitFor( { state: 'attached' } );
			await jumps( visitor );
			finish();
			await visitor.waitForLoadState( 'load' );
			await expect( visitor.locator( '.cf-menu__button' ) ).toBeVisible();
			expect( await jumps( visitor ), `at ${ width }` ).toEqual( [] );
		}
		server.close();
	} );

	test( 'the overview loads less than 60 KB of ours, and no table, PDF or editor', async ( { app, page } ) => {
		const sizes = await weights( page, () => app.open( '/', 'Overview' ) );
		expect( sizes.size ).toBeGreaterThan( 0 );
		expect( sum( sizes ), [ ...sizes ].join( ', ' ) ).toBeLessThan( 60 * KB );
	} );

	test( 'Stripe is asked for nothing before somebody pays', async ( { agency, visitor } ) => {
		const { client } = await agency.customer( { at: visitor.context() } );
		const invoice = await agency.invoice( client );
		const asked: string[] = [];
		visitor.on( 'request', ( request ) => asked.push( request.url() ) );
		await visitor.goto( invoice.portal_url ?? '' );
		await visitor.waitForLoadState( 'load' );
		expect( asked.filter( ( address ) => new URL( address ).origin !== new URL( visitor.url() ).origin ) ).toEqual(
			[]
		);
	} );

	test( 'a page without a block of ours has nothing of ours', async ( { visitor } ) => {
		const sizes = await weights( visitor, () => visitor.goto( '/?s=nothing' ) );
		expect( [ ...sizes ] ).toEqual( [] );
		expect( await visitor.content() ).not.toMatch( /plugins\/[^/"]+\/build\/|counterfoil/i );
	} );
} );
