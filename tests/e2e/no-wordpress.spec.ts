import type { Page, Response } from '@playwright/test';
import { expect, test } from './test';

const WORDS = /word\s?press|counterfoil|wp-admin|wp-login/i;

/** What a person reads or has read out, and what a curious one finds: addresses of files are WordPress' own. */
async function readable( page: Page ): Promise< string > {
	return page.evaluate( () => {
		const parts = [ document.title, document.body.innerText ];
		const comments = document.createNodeIterator( document, NodeFilter.SHOW_COMMENT );
		for ( let node = comments.nextNode(); node; node = comments.nextNode() ) {
			parts.push( node.textContent ?? '' );
		}
		for ( const element of document.querySelectorAll(
			'meta[content], [alt], [title], [aria-label], [placeholder]'
		) ) {
			parts.push(
				...[ 'content', 'alt', 'title', 'aria-label', 'placeholder' ].map(
					( name ) => element.getAttribute( name ) ?? ''
				)
			);
		}
		parts.push(
			...[ ...document.querySelectorAll( 'a[href], form[action]' ) ].map(
				( element ) => element.getAttribute( 'href' ) ?? element.getAttribute( 'action' ) ?? ''
			)
		);
		return parts.join( '\n' );
	} );
}

/** Headers that tell of whoever made the page, without those of the connection. */
const headersOf = ( answer: Response | null ): string => JSON.stringify( answer?.headers() ?? {} );

test.describe( 'No word of WordPress', () => {
	test( 'the log-in page and the portal name the agency and nobody else', async ( { agency, visitor } ) => {
		const { login, home } = await agency.portal();
		expect( headersOf( await visitor.goto( login ) ) ).not.toMatch( WORDS );
		expect( await readable( visitor ) ).not.toMatch( WORDS );
		await expect( visitor.locator( 'link[rel="icon"]' ) ).toHaveAttribute( 'href', /^data:image\/svg/ );
		const redirect = await visitor.context().request.get( home, { maxRedirects: 0 } );
		expect( JSON.stringify( redirect.headers() ) ).not.toMatch( WORDS );

		const customer = await agency.customer( { at: visitor.context() } );
		const invoice = await agency.invoice( customer.client );
		for ( const address of [
			home,
			`${ home }?view=invoices`,
			invoice.portal_url ?? '',
			`${ home }?view=pay&id=${ invoice.id }`,
			`${ home }?view=account`,
		] ) {
			const answer = await visitor.goto( address );
			expect( headersOf( answer ), address ).not.toMatch( WORDS );
			expect( answer?.headers()[ 'cache-control' ], address ).toContain( 'no-store' );
			expect( answer?.headers()[ 'x-robots-tag' ], address ).toContain( 'noindex' );
			expect( await readable( visitor ), address ).not.toMatch( WORDS );
			await expect( visitor.locator( '#wpadminbar' ) ).toHaveCount( 0 );
		}
	} );

	test( 'a contact who comes to wp-admin, the profile or wp-login.php is led to the portal', async ( {
		agency,
		visitor,
	} ) => {
		await agency.customer( { at: visitor.context() } );
		const { home } = await agency.portal();
		for ( const place of [
			'/wp-admin/',
			'/wp-admin/profile.php',
			'/wp-admin/admin.php?page=counterfoil',
			'/wp-login.php',
		] ) {
			await visitor.goto( place );
			expect( visitor.url(), place ).toBe( home );
		}
		await visitor.goto( '/' );
		await expect( visitor.locator( '#wpadminbar' ) ).toHaveCount( 0 );
	} );

	test( 'a contact can’t log in at wp-login.php', async ( { agency, visitor } ) => {
		const customer = await agency.customer();
		await visitor.goto( '/wp-login.php' );
		await visitor.getByLabel( 'Username or Email Address' ).fill( customer.email );
		await visitor.getByLabel( 'Password', { exact: true } ).fill( customer.password );
		await visitor.getByRole( 'button', { name: 'Log In' } ).click();
		// WordPress' own script complains when its page is left before it is ready.
		await expect( visitor.locator( '#login_error' ) ).toBeVisible();
		await visitor.waitForLoadState( 'load' );
		await visitor.goto( ( await agency.portal() ).home );
		await expect( visitor.getByRole( 'heading', { level: 1 } ) ).toHaveText( 'Log in' );
	} );

	test( 'what staff can ask for, a contact can’t', async ( { agency, visitor } ) => {
		await agency.customer( { at: visitor.context() } );
		const other = await agency.invoice( await agency.client() );
		for ( const path of [
			'/invoices',
			'/clients',
			'/overview',
			'/gateways/stripe/settings',
			`/invoices/${ other.id }`,
		] ) {
			const answer = await visitor.context().request.get( `/wp-json/counterfoil/v1${ path }` );
			expect( [ 401, 403 ], path ).toContain( answer.status() );
			expect( await answer.text() ).not.toContain( other.number ?? '-' );
		}
	} );
} );
