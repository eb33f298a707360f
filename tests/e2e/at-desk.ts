import type { Page } from '@playwright/test';
import { stand } from './stand';
import { test as base } from './test';

let desk: Page | undefined;

/**
 * The agency's browser stays open: the tests of a worker look at one screen after the other in the same page, as people do.
 * A page that knows wp-admin's scripts opens the next screen in half the time. Each test begins at an empty page, and
 * nothing that the one before left in it is there any more.
 */
export const test = base.extend( {
	context: async ( { browser, watch }, provide ) => {
		desk ??= await ( await browser.newContext() ).newPage();
		const context = desk.context();
		await empty( desk );
		watch.attach( context );
		await provide( context );
		watch.detach( context );
		await forget( desk );
	},
	page: async ( { context }, provide ) => {
		const [ page ] = context.pages();
		if ( ! page ) {
			throw new Error( 'A test has closed the page of all.' );
		}
		await provide( page );
	},
} );

/** What the test before has left in it, its complaints too, is gone. */
export async function empty( page: Page ): Promise< void > {
	await page.unrouteAll();
	await page.goto( 'about:blank' );
	await page.setViewportSize( { width: 1280, height: 900 } );
}

/** What the site has written into the browser. */
async function forget( page: Page ): Promise< void > {
	if ( page.url().startsWith( stand().site ) ) {
		const forgotten = page.evaluate( () => {
			window.localStorage.clear();
			window.sessionStorage.clear();
		} );
		// Where the page is just going somewhere else.
		await forgotten.catch( () => undefined );
	}
}

export { expect, inspect } from './test';
