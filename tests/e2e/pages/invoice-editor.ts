import { expect, type Locator, type Page } from '@playwright/test';
import { AdminApp } from './admin-app';

/** The form with the invoice beside it. */
export class InvoiceEditor {
	readonly paper: Locator;
	readonly totals: Locator;
	private readonly app: AdminApp;

	constructor( readonly page: Page ) {
		this.app = new AdminApp( page );
		this.paper = page.getByRole( 'region', { name: 'Invoice as the client will see it' } );
		this.totals = page.getByRole( 'region', { name: 'Totals' } );
	}

	/** By a part of the name, as one types it. */
	async chooseClient( name: string ): Promise< void > {
		const field = this.page.getByRole( 'combobox', { name: 'Client' } );
		await field.click();
		await field.fill( name );
		// Not the last option, which makes a new one of that name.
		await this.page.getByRole( 'option' ).filter( { hasText: name, hasNotText: '“' } ).click();
		await expect( field ).toHaveValue( name );
	}

	/** A field of a line, counted from 1. */
	line( number: number, field: string ): Locator {
		return this.page.getByLabel( `${ field }, line ${ number }`, { exact: true } );
	}

	async typeLine( number: number, description: string, quantity: string, price: string ): Promise< void > {
		await this.line( number, 'Description' ).fill( description );
		await this.line( number, 'Quantity' ).fill( quantity );
		await this.line( number, 'Unit price' ).fill( price );
	}

	async addPlan( name: string ): Promise< void > {
		await this.page.getByRole( 'button', { name: 'Add from plan' } ).click();
		await this.page.getByRole( 'searchbox', { name: 'Find a plan' } ).fill( name );
		await this.page.getByRole( 'group', { name } ).getByRole( 'menuitem' ).first().click();
	}

	/** What the server made of what was typed, row by row: "Net", "VAT 19%", "Total". */
	total( name: string ): Locator {
		return this.app.fact( name, this.totals );
	}

	async saveDraft(): Promise< void > {
		await this.page.getByRole( 'button', { name: 'Save draft' } ).click();
		await this.app.said( 'Draft saved.' );
	}

	/** Asks, and is answered by the dialog that says to whom it goes. */
	async askToSend(): Promise< Locator > {
		await this.page.getByRole( 'button', { name: /^Send/ } ).click();
		const dialog = this.page.getByRole( 'dialog', { name: 'Send this invoice?' } );
		await expect( dialog ).toBeVisible();
		return dialog;
	}
}
