import { expect, type Page } from '@playwright/test';

/** Moves the date in the admin bar, and with it the card network's. */
export async function forward( page: Page, step: 'Forward 1 week' | 'Back to today' ): Promise< void > {
	await page.goto( '/wp-admin/index.php' );
	await page.getByRole( 'menuitem', { name: /^Demo: / } ).hover();
	// All that a week of a whole agency brings is done before the answer comes.
	await page.getByRole( 'button', { name: step } ).click( { timeout: 60_000 } );
	await expect( page.getByRole( 'menuitem', { name: /^Demo: / } ) ).toBeVisible();
}
