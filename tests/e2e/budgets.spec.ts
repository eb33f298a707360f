import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { expect, test } from './test';

const KB = 1024;

/** Scripts and styles of ours that a page loads, gzipped, by address. */
async function weights( page: Page, show: () => Promise< unknown > ): Promise< Map< string, number > > {
	const found = new Map< string, Promise< number > >();
	page.on( 'response', ( response ) => {
		const address = response.url().split( '?' )[ 0 ] ?? '';
		if ( /\/plugins\/[^/]+\/build\/.*\.(js|css)$/.test( address ) ) {
			found.set(
				address,
				response.body().then( ( body ) => gzipSync( body ).length )
			);
		}
	} );
	await show();
	await page.waitForLoadState( 'load' );
	return new Map(
		await Promise.all( [ ...found ].map( async ( [ address, size ] ) => [ address, await size ] as const ) )
	);
}

const sum = ( sizes: Map< string, number > ): number => [ ...sizes.values() ].reduce( ( all, one ) => all + one, 0 );

/** How far things jumped, as Chromium counts it. */
const jumps = ( page: Page ): Promise< number > =>
	page.evaluate(
		() =>
			new Promise( ( resolve ) => {
				new PerformanceObserver( ( list ) =>
					resolve(
						list
							.getEntries()
							.reduce( ( all, entry ) => all + ( entry as unknown as { value: number } ).value, 0 )
					)
				).observe( { type: 'layout-shift', buffered: true } );
				requestAnimationFrame( () => requestAnimationFrame( () => setTimeout( resolve, 0, 0 ) ) );
			} )
	);

test.describe( 'Budgets', () => {
	test( 'a portal page weighs less than 30 KB of ours and does not jump', async ( { agency, visitor } ) => {
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
			expect( sum( sizes ), `${ address }: ${ [ ...sizes ].join( ', ' ) }` ).toBeLessThan( 30 * KB );
			expect( await jumps( visitor ), address ).toBeLessThan( 0.01 );
		}
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
