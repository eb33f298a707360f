import { expect, type Locator, type Page } from '@playwright/test';

/** The agency's screens in wp-admin. */
export class AdminApp {
	readonly heading: Locator;

	constructor( readonly page: Page ) {
		this.heading = page.getByRole( 'heading', { level: 1 } );
	}

	/**
	 * @param place Of the app, "/invoices/12".
	 * @param title What the screen is called.
	 */
	async open( place: string, title: string | RegExp ): Promise< void > {
		await this.page.goto( `/wp-admin/admin.php?page=counterfoil#${ place }` );
		await expect( this.heading ).toHaveText( title );
	}

	/** What a list or a panel says of something: "Total", "Contact". */
	fact( name: string, scope: Page | Locator = this.page ): Locator {
		return scope
			.getByRole( 'term' )
			.filter( { hasText: new RegExp( `^${ name }$` ) } )
			.locator( 'xpath=following-sibling::dd[1]' );
	}

	/** Chooses from a menu of actions. */
	async choose( menu: string, item: string ): Promise< void > {
		await this.page.getByRole( 'button', { name: menu, exact: true } ).click();
		await this.page.getByRole( 'menuitem', { name: item, exact: true } ).click();
	}

	/** Says what was done. */
	async said( sentence: string ): Promise< void > {
		await expect( this.page.locator( '.counterfoil-toasts' ).getByText( sentence ).first() ).toBeVisible();
	}
}
