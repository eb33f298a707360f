import { expect, test } from './test';
import { CARDS } from './support/stripe';

test( 'a client adds payment methods, chooses the default and removes one', async ( { agency, visitor } ) => {
	await agency.customer( { at: visitor.context() } );
	const { home } = await agency.portal();
	const open = async () => {
		await visitor.goto( `${ home }?view=payment-methods` );
		await expect( visitor.getByRole( 'heading', { name: 'Payment methods', level: 1 } ) ).toBeVisible();
	};
	const methods = visitor.getByRole( 'listitem' );

	await open();
	await expect( visitor.getByText( 'No payment method is saved.' ) ).toBeVisible();
	for ( const [ card, label ] of [
		[ CARDS.good, 'Visa 4242' ],
		[ '5555555555554444', 'Mastercard 4444' ],
	] as const ) {
		await open();
		await visitor.getByRole( 'button', { name: 'Add payment method' } ).click();
		await expect( visitor.getByText( 'By saving this payment method, you allow' ) ).toBeVisible();
		await visitor.getByLabel( 'Card number' ).fill( card );
		await visitor.getByLabel( 'Expiration date' ).fill( '12 / 34' );
		await visitor.getByLabel( 'Security code' ).fill( '123' );
		await visitor.getByRole( 'button', { name: 'Save payment method' } ).click();
		await expect( methods.filter( { hasText: label } ) ).toContainText( 'Expires 12/2034' );
	}
	await expect( methods.filter( { hasText: 'Visa 4242' } ) ).toContainText( 'Default' );

	await visitor.getByRole( 'button', { name: 'Make Mastercard 4444 the default' } ).click();
	await expect( visitor.getByText( 'Default payment method changed.' ) ).toBeVisible();
	await expect( methods.filter( { hasText: 'Mastercard 4444' } ) ).toContainText( 'Default' );
	await visitor.getByRole( 'button', { name: 'Remove Visa 4242' } ).click();
	await expect( visitor.getByText( 'Payment method removed.' ) ).toBeVisible();
	await expect( methods.filter( { hasText: 'Visa 4242' } ) ).toHaveCount( 0 );
} );
