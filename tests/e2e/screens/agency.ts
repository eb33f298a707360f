import { expect, type Page } from '@playwright/test';
import { InvoiceEditor } from '../pages/invoice-editor';
import { lineOf, unique } from '../support/agency';
import type { Means, Screen } from './screen';

const productOf = ( { agency }: Means ) =>
	agency.call(
		'products.create',
		{},
		{
			name: `Hosting ${ unique( 'p' ) }`,
			description: '',
			image_id: null,
			plans: [
				{
					name: 'Yearly',
					price: { amount: 24_000, currency: 'EUR' },
					type: 'recurring',
					interval: { unit: 'year', count: 1 },
				},
			],
		}
	);

async function client( { agency, app }: Means, part = '' ) {
	const made = await agency.client();
	await app.open( `/clients/${ made.id }${ part }`, made.name );
}

async function invoice( { agency, app }: Means ) {
	const made = await agency.invoice( await agency.client() );
	await app.open( `/invoices/${ made.id }`, made.number ?? '' );
}

async function draft( { agency, app, page }: Means ) {
	const made = await agency.draft( await agency.client( { invite: true } ), {
		lines: [ lineOf( 'Landing page', 120_000 ), lineOf( 'Care', 4_900, '12' ) ],
		message: 'Thank you for the kind words!',
	} );
	await app.open( `/invoices/${ made.id }/edit`, 'Edit draft' );
	const editor = new InvoiceEditor( page );
	await expect( editor.paper ).toContainText( 'Thank you for the kind words!' );
	return editor;
}

async function recording( means: Means ) {
	await invoice( means );
	await means.page.getByRole( 'button', { name: /^Record payment of/ } ).click();
	const dialog = means.page.getByRole( 'dialog', { name: 'Record payment' } );
	await expect( dialog ).toBeVisible();
	return dialog;
}

/** Chooses two drafts, one of which has nobody to be sent to. */
async function chooseDrafts( { agency, app, page }: Means ) {
	const word = unique( 'batch' );
	const lines = { lines: [ lineOf( 'Care', 5_000 ) ] };
	await agency.draft( await agency.client( { name: `${ word } Good` } ), lines );
	await agency.draft( await agency.call( 'clients.create', {}, { name: `${ word } Mute`, currency: 'EUR' } ), lines );
	await app.open( `/invoices?search=${ word }`, 'Invoices' );
	await expect( page.locator( 'tbody tr' ) ).toHaveCount( 2 );
	await page.locator( 'thead' ).getByRole( 'checkbox' ).check();
}

/** The portal's pages are only said to be missing: other tests need them. */
const hidePages = ( page: Page ) =>
	page.route( /counterfoil\/v1\/portals(?!\/)/, ( route ) =>
		route.fulfill( { json: { items: [ { id: 1, name: 'Portal', login_page: null, portal_page: null } ] } } )
	);

const part = ( name: string ): Screen => [
	'page',
	`Client: ${ name }`,
	async ( means ) => {
		await client( means );
		const parts = means.page.getByRole( 'navigation', { name: 'Client sections' } );
		await parts.getByRole( 'link', { name } ).click();
		await expect( parts.locator( '[aria-current="page"]' ) ).toContainText( name );
	},
];

const settings = ( tab: string, save: string ): Screen => [
	'page',
	`Settings: ${ tab }`,
	async ( { app, page } ) => {
		await app.open( `/settings/${ tab }`, 'Settings' );
		await expect( page.getByRole( 'button', { name: save } ).first() ).toBeVisible();
	},
];

/** What the agency sees in wp-admin. */
export const AGENCY: readonly Screen[] = [
	[ 'page', 'Overview', ( { app } ) => app.open( '/', 'Overview' ) ],
	[ 'page', 'Invoices', ( { app } ) => app.open( '/invoices?state=overdue', 'Invoices' ) ],
	[
		'page',
		'Invoices, chosen',
		async ( means ) => {
			await chooseDrafts( means );
			await expect( means.page.getByRole( 'button', { name: 'Send…' } ) ).toBeEnabled();
		},
	],
	[
		'page',
		'Sending several',
		async ( means ) => {
			await chooseDrafts( means );
			await means.page.getByRole( 'button', { name: 'Send…' } ).click();
			const dialog = means.page.getByRole( 'dialog', { name: 'Send invoices' } );
			await expect( dialog.getByText( 'This client has no email address.' ) ).toBeVisible();
		},
	],
	[ 'page', 'Clients', ( { app } ) => app.open( '/clients', 'Clients' ) ],
	[ 'page', 'Products', ( { app } ) => app.open( '/products', 'Products' ) ],
	[
		'page',
		'Create client',
		async ( { app, page } ) => {
			await app.open( '/clients', 'Clients' );
			await page.getByRole( 'button', { name: 'Create client' } ).click();
			const dialog = page.getByRole( 'dialog', { name: 'Create client' } );
			await dialog.getByText( 'Address, currency, websites' ).click();
			await dialog.getByRole( 'button', { name: 'Add website' } ).click();
			await expect( dialog.getByLabel( 'Website name' ) ).toBeVisible();
		},
	],
	[ 'page', 'Client', ( means ) => client( means ) ],
	...[ 'Invoices', 'Statement', 'Websites', 'Activity' ].map( part ),
	[
		'page',
		'Edit details of a client',
		async ( means ) => {
			await client( means );
			await means.page.getByRole( 'button', { name: 'Edit details' } ).click();
			await expect( means.page.getByRole( 'dialog', { name: 'Edit details' } ) ).toBeVisible();
		},
	],
	[ 'page', 'New invoice', ( { app } ) => app.open( '/invoices/new', 'New invoice' ) ],
	[ 'page', 'Editor, filled', draft ],
	[
		'page',
		'Editor with errors',
		async ( { agency, app, page } ) => {
			await app.open( `/invoices/new?client=${ ( await agency.client() ).id }`, 'New invoice' );
			const editor = new InvoiceEditor( page );
			await editor.typeLine( 1, 'Work', 'two', 'ten' );
			await page.getByRole( 'button', { name: 'Save draft' } ).click();
			await expect( editor.line( 1, 'Quantity' ) ).toBeFocused();
		},
	],
	[
		'page',
		'New client in the editor',
		async ( { app, page } ) => {
			await app.open( '/invoices/new', 'New invoice' );
			const field = page.getByRole( 'combobox', { name: 'Client' } );
			await field.click();
			await field.fill( 'Fresh' );
			await page.getByRole( 'option', { name: 'Create client “Fresh”…' } ).click();
			await expect( page.getByRole( 'dialog', { name: 'Create client' } ) ).toBeVisible();
		},
	],
	[
		'page',
		'Preview',
		async ( means ) => {
			await draft( means );
			await means.page.getByRole( 'button', { name: 'Preview' } ).click();
			await expect( means.page.getByRole( 'dialog', { name: 'Preview' } ) ).toContainText( 'Landing page' );
		},
	],
	[ 'page', 'Send this invoice?', async ( means ) => ( await draft( means ) ).askToSend() ],
	[
		'page',
		'Invoice with note',
		async ( means ) => {
			await invoice( means );
			await means.page.getByLabel( 'New note' ).fill( 'Promised to pay on Friday.' );
			await means.page.getByRole( 'button', { name: 'Add note' } ).click();
			const notes = means.page.getByRole( 'region', { name: 'Internal notes' } );
			await expect( notes.getByRole( 'listitem' ) ).toContainText( 'Promised' );
		},
	],
	[ 'page', 'Record payment', recording ],
	[
		'page',
		'Refund',
		async ( means ) => {
			await ( await recording( means ) ).getByRole( 'button', { name: 'Record payment' } ).click();
			await means.page.getByRole( 'button', { name: 'Refund…' } ).click();
			await expect( means.page.getByRole( 'dialog' ) ).toBeVisible();
		},
	],
	[
		'page',
		'New product, with errors',
		async ( { app, page } ) => {
			await app.open( '/products/new', 'Create product' );
			await page.getByLabel( 'Plan name' ).fill( '' );
			await page.getByRole( 'button', { name: 'Create product', exact: true } ).click();
			await expect( page.getByLabel( 'Plan name', { exact: true } ) ).toHaveAttribute( 'aria-invalid', 'true' );
		},
	],
	[ 'page', 'Create product', ( { app } ) => app.open( '/products/new', 'Create product' ) ],
	[
		'page',
		'Product',
		async ( means ) => {
			const { id, name } = await productOf( means );
			await means.app.open( `/products/${ id }`, name );
		},
	],
	[
		'page',
		'Edit plan',
		async ( means ) => {
			const { id, name } = await productOf( means );
			await means.app.open( `/products/${ id }`, name );
			await means.app.choose( 'Actions for Yearly', 'Edit' );
			await expect( means.page.getByRole( 'dialog', { name: 'Edit plan' } ) ).toBeVisible();
		},
	],
	settings( 'business', 'Save business profile' ),
	settings( 'payments', 'Save payment settings' ),
	settings( 'invoices', 'Save invoice settings' ),
	[ 'page', 'Credit notes', ( { app } ) => app.open( '/credit-notes', 'Credit notes' ) ],
	settings( 'design', 'Save document design' ),
	settings( 'numbers', 'Save number settings' ),
	settings( 'reminders', 'Save reminder settings' ),
	settings( 'emails', 'Save email settings' ),
	[
		'page',
		'Settings: portal',
		async ( { app, page } ) => {
			await app.open( '/settings/portal', 'Settings' );
			await expect( page.getByText( 'Published' ) ).toHaveCount( 2 );
		},
	],
	[
		'page',
		'Settings: portal without pages',
		async ( { app, page } ) => {
			await hidePages( page );
			await app.open( '/settings/portal', 'Settings' );
			await expect( page.getByText( 'Not created yet' ) ).toHaveCount( 2 );
		},
	],
];
