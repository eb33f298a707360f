import { expect, type Locator, type Page } from '@playwright/test';
import { stand } from '../stand';

/** Where the card's bank asks whether it is really you, away from the site (tests/stripe/three-d-secure.ts). */
export class BankPage {
	private readonly agrees: Locator;
	private readonly refuses: Locator;

	constructor( readonly page: Page ) {
		this.agrees = page.getByRole( 'button', { name: 'Complete authentication' } );
		this.refuses = page.getByRole( 'button', { name: 'Fail authentication' } );
	}

	/** @param sum "1,428.00 EUR" */
	async isAsked( sum: string ): Promise< void > {
		await expect( this.page.getByRole( 'heading', { name: '3-D Secure (test)' } ) ).toBeVisible();
		expect( new URL( this.page.url() ).origin ).toBe( new URL( stand().stripe?.url ?? '' ).origin );
		await expect( this.page.getByRole( 'main' ) ).toContainText( sum );
	}

	async complete(): Promise< void > {
		await this.agrees.click();
	}

	async refuse(): Promise< void > {
		await this.refuses.click();
	}

	/** The bank has its answer; the tab is closed before it leads back. */
	async completeAndClose(): Promise< void > {
		await expect( this.agrees ).toBeVisible();
		const answered = new Promise< void >( ( resolve ) => {
			void this.page.route( '**/3ds/**', async ( route ) => {
				await route.fetch( { maxRedirects: 0 } );
				resolve();
			} );
		} );
		await this.agrees.click( { noWaitAfter: true } );
		await answered;
		await this.page.close();
	}
}
