import type { BrowserContextOptions, Page } from '@playwright/test';
import { empty, test as base } from '../at-desk';

/** Nobody is logged in. */
const STRANGER: BrowserContextOptions = { storageState: { cookies: [], origins: [] } };

let stranger: Page | undefined;

/** Strangers' browser stays open as well: each test begins at an empty page, and has forgotten who he was. */
export const test = base.extend( {
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
