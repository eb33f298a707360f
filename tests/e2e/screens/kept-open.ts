import type { BrowserContextOptions, Page } from '@playwright/test';
import { test as base } from '../test';

/** Nobody is logged in. */
const STRANGER: BrowserContextOptions = { storageState: { cookies: [], origins: [] } };

let desk: Page | undefined;
let stranger: Page | undefined;

/**
 * The tests of a worker look at one screen after the other in the same two pages, as people do: a page that knows
 * wp-admin's scripts opens the next screen in half the time. Each begins at an empty page; a stranger has forgotten
 * who he was.
 */
export const test = base.extend( {
	context: async ( { browser, watch }, provide ) => {
		desk ??= await ( await browser.newContext() ).newPage();
		const context = desk.context();
		await empty( desk );
		watch.attach( context );
		await provide( context );
		watch.detach( context );
	},
	page: async ( { context }, provide ) => {
		const [ page ] = context.pages();
		if ( ! page ) {
			throw new Error( 'A test has closed the page of all.' );
		}
		await provide( page );
	},
	visitor: async ( { browser, watch }, provide ) => {
		stranger ??= await ( await browser.newContext( STRANGER ) ).newPage();
		const context = stranger.context();
		await empty( stranger );
		await context.clearCookies();
		watch.attach( context );
		await provide( stranger );
		watch.detach( context );
	},
} );

/** What the test before has left in it, its complaints too, is gone. */
async function empty( page: Page ): Promise< void > {
	await page.unrouteAll();
	await page.goto( 'about:blank' );
}
