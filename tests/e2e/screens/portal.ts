import { expect } from '@playwright/test';
import { BankPage } from '../pages/bank-page';
import { buttonOf } from '../support/mailbox';
import { begin } from '../support/paying';
import { CARDS } from '../support/stripe';
import type { Means, Screen } from './screen';

async function logIn( { agency, visitor }: Means ) {
	await visitor.goto( ( await agency.portal() ).login );
	await expect( visitor.getByRole( 'button', { name: 'Log in', exact: true } ) ).toBeVisible();
}

/** Where somebody who is logged in, with an invoice to pay, pays it. */
async function paying( { agency, visitor }: Means ) {
	const begun = await begin( agency, visitor );
	await begun.view.open( begun.url );
	return begun;
}

async function home( { agency, visitor }: Means ) {
	const { client } = await agency.customer( { at: visitor.context() } );
	const made = await agency.invoice( client );
	await visitor.goto( ( await agency.portal() ).home );
	await expect( visitor.getByRole( 'region', { name: 'Amount due' } ) ).toBeVisible();
	return made;
}

/** The link of an invitation that was just mailed, and whom it is for. */
async function invitation( { agency, mailbox }: Means ) {
	const client = await agency.client( { invite: true } );
	const mail = await mailbox.find( client.contacts[ 0 ]?.email ?? '', /invited/ );
	return { client, link: buttonOf( mail, /^Accept/ ) };
}

const hasMails = ( { mailbox }: Means, email: string, count: number ) =>
	expect.poll( async () => ( await mailbox.to( email ) ).length ).toBe( count );

async function askForLink( means: Means ) {
	await logIn( means );
	await means.visitor.getByRole( 'link', { name: 'Log in with an email link' } ).click();
	await expect( means.visitor.getByRole( 'button', { name: 'Email me the link' } ) ).toBeVisible();
}

/** Where a client asks to cancel what they pay for every month. */
export async function asking( { agency, visitor }: Means ) {
	const { client } = await agency.customer( { at: visitor.context() } );
	const subscription = await agency.subscription( client );
	await visitor.goto( `${ ( await agency.portal() ).home }?view=request-cancellation&id=${ subscription.id }` );
	await expect( visitor.getByRole( 'button', { name: 'Send request' } ) ).toBeVisible();
	return subscription;
}

/** A request that waits for the agency's answer. */
export async function asked( means: Means ) {
	const subscription = await asking( means );
	await means.visitor.getByLabel( 'Reason (optional)' ).fill( 'We are moving to another host.' );
	await means.visitor.getByRole( 'button', { name: 'Send request' } ).click();
	await expect( means.visitor.getByRole( 'button', { name: 'Withdraw request' } ) ).toBeVisible();
	return subscription;
}

/** What clients see. */
export const PORTAL: readonly Screen[] = [
	[ 'visitor', 'Login', logIn ],
	[
		'visitor',
		'Log-in refused',
		async ( means ) => {
			means.watch.expect( /status of 400/ );
			await logIn( means );
			await means.visitor.getByLabel( 'Email' ).fill( 'nobody@example.test' );
			await means.visitor.getByLabel( 'Password', { exact: true } ).fill( 'not my password' );
			await means.visitor.getByRole( 'button', { name: 'Log in', exact: true } ).click();
			await expect( means.visitor.getByRole( 'alert' ) ).toHaveText( /\S/ );
		},
	],
	[ 'visitor', 'Log in with an email link', askForLink ],
	[
		'visitor',
		'Check your inbox',
		async ( means ) => {
			await askForLink( means );
			await means.visitor.getByLabel( 'Email' ).fill( 'nobody@example.test' );
			await means.visitor.getByRole( 'button', { name: 'Email me the link' } ).click();
			await expect( means.visitor.getByRole( 'heading', { level: 1 } ) ).toHaveText( 'Check your inbox' );
		},
	],
	[
		'visitor',
		'Invitation',
		async ( means ) => {
			await means.visitor.goto( ( await invitation( means ) ).link );
			await expect( means.visitor.getByLabel( 'New password' ) ).toBeVisible();
		},
	],
	[
		'visitor',
		'An invitation that has ended',
		async ( means ) => {
			const { client, link } = await invitation( means );
			means.watch.expect( /status of 410/ );
			await means.app.open( `/clients/${ client.id }`, client.name );
			await means.page.getByRole( 'button', { name: 'Resend invitation' } ).click();
			await hasMails( means, client.contacts[ 0 ]?.email ?? '', 2 );
			await means.visitor.goto( link );
			await expect( means.visitor.getByLabel( 'New password' ) ).toHaveCount( 0 );
		},
	],
	[ 'visitor', 'Portal overview', home ],
	[
		'visitor',
		'Portal invoices',
		async ( means ) => {
			const { number } = await home( means );
			await means.visitor
				.getByRole( 'navigation', { name: 'Portal', exact: true } )
				.getByRole( 'link', { name: 'Invoices' } )
				.click();
			await expect( means.visitor.getByRole( 'link', { name: number ?? '', exact: true } ) ).toBeVisible();
		},
	],
	[
		'visitor',
		'Statement in the portal',
		async ( means ) => {
			const { number } = await home( means );
			await means.visitor.getByRole( 'link', { name: 'Statement', exact: true } ).click();
			await expect( means.visitor.getByRole( 'link', { name: `Invoice ${ number }` } ) ).toBeVisible();
		},
	],
	[
		'visitor',
		'Products and services in the portal',
		async ( means ) => {
			await asking( means );
			await means.visitor.getByRole( 'link', { name: 'Products and services' } ).click();
			await means.visitor.getByRole( 'table' ).locator( 'summary' ).click();
			await expect( means.visitor.getByRole( 'link', { name: 'View invoices' } ) ).toBeVisible();
		},
	],
	[
		'visitor',
		'Request to cancel, refused',
		async ( means ) => {
			await asking( means );
			means.watch.expect( /status of 400/ );
			await means.visitor.getByLabel( 'On a date' ).check();
			await means.visitor.getByRole( 'button', { name: 'Send request' } ).click();
			await expect( means.visitor.getByRole( 'alert' ) ).toContainText( 'Choose today or a later day' );
		},
	],
	[ 'visitor', 'Subscription in the portal', asked ],
	[
		'visitor',
		'Portal account',
		async ( means ) => {
			await home( means );
			await means.visitor.locator( 'summary' ).click();
			await means.visitor.getByRole( 'link', { name: 'Your account' } ).click();
			await expect( means.visitor.getByRole( 'region', { name: 'Bill to' } ) ).toBeVisible();
		},
	],
	[
		'visitor',
		'Invoice in the portal',
		async ( means ) => {
			const { portal_url: url } = await home( means );
			await means.visitor.goto( url ?? '' );
			await expect( means.visitor.getByRole( 'article' ) ).toContainText( 'Landing page' );
		},
	],
	[
		'visitor',
		'Nothing there',
		async ( means ) => {
			await home( means );
			means.watch.expect( /status of 404/ );
			await means.visitor.goto( `${ ( await means.agency.portal() ).home }?view=invoice&id=999999` );
			await expect( means.visitor.getByText( /doesn’t exist/ ) ).toBeVisible();
		},
	],
	[ 'visitor', 'Pay', async ( means ) => ( await paying( means ) ).view.type( CARDS.good ) ],
	[
		'visitor',
		'Paid',
		async ( means ) => {
			const { view } = await paying( means );
			await view.pay( CARDS.good );
			await view.isPaid();
		},
	],
	[
		'visitor',
		'Declined',
		async ( means ) => {
			const { view } = await paying( means );
			means.watch.expect( /status of 402/ );
			await view.pay( CARDS.noFunds );
			await expect( view.problem ).toContainText( /insufficient funds/ );
		},
	],
	[
		'visitor',
		'Paid, back from the bank',
		async ( means ) => {
			await means.stripe.askBy( 'redirect' );
			const { view } = await paying( means );
			await view.pay( CARDS.asks );
			await new BankPage( means.visitor ).complete();
			await view.isPaid();
			await expect( means.visitor ).not.toHaveURL( /secret/ );
		},
	],
	[
		'visitor',
		'Refused by the bank',
		async ( means ) => {
			await means.stripe.askBy( 'redirect' );
			const { view } = await paying( means );
			await view.pay( CARDS.asks );
			await new BankPage( means.visitor ).refuse();
			await expect( view.problem ).toContainText( /bank couldn’t confirm/ );
			await expect( view.button ).toBeEnabled();
		},
	],
	[
		'visitor',
		'Processing',
		async ( means ) => {
			await ( await paying( means ) ).view.pay( CARDS.slow );
			await expect( means.visitor.getByRole( 'heading', { name: 'Your payment is processing' } ) ).toBeVisible();
		},
	],
];
