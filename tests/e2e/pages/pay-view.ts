import { expect, type Locator, type Page } from '@playwright/test';

/** Where a client pays. */
export class PayView {
	readonly button: Locator;
	readonly problem: Locator;

	constructor( readonly page: Page ) {
		this.button = page.getByRole( 'button', { name: /^Pay / } );
		this.problem = page.locator( '#cf-pay-error' );
	}

	/** From the invoice, as a client comes here. */
	async open( invoice: string ): Promise< void > {
		await this.page.goto( invoice );
		await this.page.getByRole( 'link', { name: /^Pay / } ).click();
		await expect( this.page.getByRole( 'heading', { name: 'How would you like to pay?' } ) ).toBeVisible();
	}

	async type( card: string ): Promise< void > {
		await expect( this.button ).toBeEnabled();
		await this.page.getByLabel( 'Card number' ).fill( card );
		await this.page.getByLabel( 'Expiration date' ).fill( '12 / 34' );
		await this.page.getByLabel( 'Security code' ).fill( '123' );
	}

	async pay( card: string ): Promise< void > {
		await this.type( card );
		await this.button.click();
	}

	async isPaid(): Promise< void > {
		await expect( this.page.getByRole( 'heading', { name: 'Paid', exact: true } ) ).toBeVisible( {
			timeout: 20_000,
		} );
	}
}
