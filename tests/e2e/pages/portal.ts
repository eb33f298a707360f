import { expect, type Locator, type Page } from '@playwright/test';

/** What clients see. */
export class Portal {
	readonly heading: Locator;
	readonly tabs: Locator;

	constructor( readonly page: Page ) {
		this.heading = page.getByRole( 'heading', { level: 1 } );
		this.tabs = page.getByRole( 'navigation', { name: 'Portal', exact: true } );
	}

	async logIn( { email, password }: { email: string; password: string } ): Promise< void > {
		await expect( this.heading ).toHaveText( 'Log in' );
		await this.page.getByLabel( 'Email' ).fill( email );
		await this.page.getByLabel( 'Password', { exact: true } ).fill( password );
		await this.page.getByRole( 'button', { name: 'Log in' } ).click();
		await expect( this.tabs ).toBeVisible();
	}

	async logOut(): Promise< void > {
		await this.page.locator( 'summary' ).click();
		await this.page.getByRole( 'button', { name: 'Log out' } ).click();
		await expect( this.heading ).toHaveText( 'Log in' );
	}

	/** How many invoices the red badge counts; null without one. */
	async badge(): Promise< number | null > {
		const words = ( await this.tabs.getByRole( 'link', { name: 'Invoices' } ).innerText() ).match( /\d+/ );
		return words ? Number( words[ 0 ] ) : null;
	}

	/** The row of an invoice in a list. */
	row( number: string ): Locator {
		return this.page
			.getByRole( 'row' )
			.filter( { has: this.page.getByRole( 'link', { name: number, exact: true } ) } );
	}
}
