import { expect, type Page } from '@playwright/test';
import { test as base } from '@wordpress/e2e-test-utils-playwright';
import { AdminApp } from './pages/admin-app';
import { Agency } from './support/agency';
import { Mailbox } from './support/mailbox';
import { Stripe } from './support/stripe';
import { Watch } from './support/watch';

interface Fixtures {
	/** Reads every answer and every complaint of a test's pages; what is wrong fails the test. */
	readonly watch: Watch;
	/** Data by the product's own routes, as the administrator. */
	readonly agency: Agency;
	readonly mailbox: Mailbox;
	/** The card network; calm again after each test. */
	readonly stripe: Stripe;
	/** The agency's screens, for the page of the test. */
	readonly app: AdminApp;
	/** A page of a browser of its own, where nobody is logged in. */
	readonly visitor: Page;
}

export const test = base.extend< Fixtures >( {
	watch: [
		async ( {}, provide ) => {
			const watch = new Watch();
			await provide( watch );
			expect( await watch.report() ).toEqual( [] );
		},
		{ auto: true },
	],
	context: async ( { context, watch }, provide ) => {
		watch.attach( context );
		await provide( context );
	},
	mailbox: async ( {}, provide ) => {
		await provide( new Mailbox() );
	},
	agency: async ( { requestUtils, mailbox }, provide ) => {
		await provide( new Agency( requestUtils, mailbox ) );
	},
	stripe: async ( {}, provide ) => {
		const stripe = new Stripe();
		await provide( stripe );
		await stripe.calm();
	},
	app: async ( { page }, provide ) => {
		await provide( new AdminApp( page ) );
	},
	visitor: async ( { browser, watch }, provide ) => {
		const context = await browser.newContext( { storageState: { cookies: [], origins: [] } } );
		watch.attach( context );
		await provide( await context.newPage() );
		await context.close();
	},
} );

export { expect } from '@playwright/test';
export { inspect } from './support/inspect';
