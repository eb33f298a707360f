import { expect } from '@playwright/test';
import { asked } from './portal';
import type { Means, Screen } from './screen';

async function subscription( { agency, app }: Means, part: string, title: string ) {
	const made = await agency.subscription( await agency.client() );
	await app.open( `/subscriptions/${ made.id }${ part }`, title );
	return made;
}

/** Its first invoice is not issued yet: changed now is refused, and the screen says so until another choice is made. */
async function changing( means: Means ) {
	means.watch.expect( /status of 409/ );
	const made = await subscription( means, '/change', 'Change subscription' );
	await expect( means.page.getByText( 'Try again once it has been.' ).first() ).toBeVisible();
	await means.page.getByRole( 'radio', { name: 'From the next period' } ).click();
	await means.page.getByLabel( 'Unit price' ).fill( '250' );
	return made;
}

/** One subscription's price, by 5 %: all is typed, and what it will be is shown. */
async function raising( means: Means ) {
	await subscription( means, '', 'Care plan' );
	await means.app.choose( 'Actions for this subscription', 'Raise prices…' );
	const dialog = means.page.getByRole( 'dialog', { name: 'Raise prices' } );
	await dialog.getByLabel( 'Increase (%)' ).fill( '5' );
	await expect( dialog.getByRole( 'listitem' ) ).toContainText( /→ .*every month, from/ );
	return dialog;
}

/** What the agency sees of what clients pay again and again. */
export const SUBSCRIPTIONS: readonly Screen[] = [
	[ 'page', 'Start subscription', ( { app } ) => app.open( '/subscriptions/new', 'Start subscription' ) ],
	[
		'page',
		'Change subscription',
		async ( means ) => {
			await changing( means );
			await expect( means.page.getByText( '€250.00 every month, plus tax' ) ).toBeVisible();
		},
	],
	[
		'page',
		'Change that is planned',
		async ( means ) => {
			const { id, name } = await changing( means );
			await means.page.getByRole( 'button', { name: 'Change subscription' } ).click();
			await expect( means.app.heading ).toHaveText( name );
			await expect( means.page ).toHaveURL( new RegExp( `/subscriptions/${ id }$` ) );
			await expect( means.page.getByRole( 'button', { name: 'Withdraw change' } ) ).toBeVisible();
		},
	],
	[
		'page',
		'Raising prices',
		async ( means ) => {
			await raising( means );
		},
	],
	[
		'page',
		'Announced price increase, opened by its address',
		async ( means ) => {
			const { page } = means;
			await ( await raising( means ) ).getByRole( 'button', { name: 'Raise prices' } ).click();
			await means.app.said( 'New prices planned.' );
			await means.app.open( '/subscriptions/price-rises', 'Price increases' );
			await page.getByRole( 'link', { name: /\+5/ } ).first().click();
			await expect( page ).toHaveURL( /price-rises\/\d+$/ );
			// No list has been open since: what is below a name has to stand there all the same.
			await page.reload();
			await expect( page.locator( '.counterfoil-two-lines' ).first() ).toHaveCSS( 'display', 'grid' );
		},
	],
	[
		'page',
		'Subscription with a request to cancel',
		async ( means ) => {
			await means.app.open( `/subscriptions/${ ( await asked( means ) ).id }`, 'Care plan' );
			await expect( means.page.getByRole( 'button', { name: 'Accept…' } ) ).toBeVisible();
		},
	],
	[
		'page',
		'Price increases',
		async ( { app, page } ) => {
			await app.open( '/subscriptions/price-rises', 'Price increases' );
			await expect( page.getByRole( 'button', { name: 'Raise prices' } ).first() ).toBeVisible();
		},
	],
	[ 'page', 'Changes of MRR', ( { app } ) => app.open( '/subscriptions/mrr', 'MRR changes' ) ],
	[
		'page',
		'Forecast',
		async ( { app, page } ) => {
			await app.open( '/subscriptions/forecast', 'Forecast' );
			await expect( page.getByRole( 'heading', { name: 'Forecast by month' } ) ).toBeVisible();
		},
	],
];
