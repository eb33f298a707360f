import { expect, inspect, test } from './test';
import { PayView } from './pages/pay-view';
import { Portal } from './pages/portal';
import { CARDS } from './support/stripe';

test( 'three invoices are chosen and paid by one charge, a fourth one in part', async ( {
	agency,
	app,
	mailbox,
	page,
	stripe,
	visitor,
} ) => {
	const customer = await agency.customer( { at: visitor.context() } );
	const bills = [];
	for ( let bill = 0; bill < 4; bill++ ) {
		bills.push( await agency.invoice( customer.client ) );
	}
	const [ fourth, ...three ] = bills;
	const portal = new Portal( visitor );
	const view = new PayView( visitor );
	const { home } = await agency.portal();
	await visitor.goto( home );
	await portal.tabs.getByRole( 'link', { name: 'Invoices' } ).click();
	await expect( visitor.getByRole( 'link', { name: 'Pay all 4: €5,712.00' } ) ).toBeVisible();
	for ( const { number } of three ) {
		await visitor.getByRole( 'checkbox', { name: `Select ${ number }, €1,428.00` } ).check();
	}
	await inspect( visitor, 'Invoices, some of them chosen' );
	await visitor.getByRole( 'button', { name: 'Pay selected' } ).click();
	const sum = visitor.getByRole( 'region', { name: 'Payment to Studio North' } );
	await expect( sum ).toContainText( '€4,284.00' );
	for ( const { number } of three ) {
		await expect( sum ).toContainText( number ?? '' );
	}
	await view.type( CARDS.good );
	await inspect( visitor, 'Several invoices to pay' );
	await view.button.dblclick();
	await view.isPaid();
	await expect.poll( () => portal.badge() ).toBe( 1 );
	for ( const { id } of three ) {
		await expect.poll( async () => ( await agency.call( 'invoices.get', { id } ) ).settlement ).toBe( 'paid' );
	}
	const { payments } = await agency.call( 'invoices.get', { id: three[ 0 ]?.id ?? 0 } );
	expect( payments.map( ( { state } ) => state ) ).toEqual( [ 'succeeded' ] );
	const receipt = await mailbox.find( customer.email, /^Receipt/ );
	for ( const { number } of three ) {
		expect( receipt.text ).toContain( number );
	}
	await app.open( `/invoices/${ three[ 0 ]?.id }`, three[ 0 ]?.number ?? '' );
	await expect( page.getByRole( 'region', { name: 'Payments' } ) ).toContainText( 'Visa ending in 4242' );

	const before = await agency.call( 'part-payments.settings' );
	await agency.call(
		'part-payments.update-settings',
		{},
		{ allowed: true, minimum_percent: 25, minimum_amounts: [] }
	);
	try {
		await view.open( fourth?.portal_url ?? '' );
		await visitor.getByRole( 'link', { name: 'Pay a part' } ).click();
		const amount = visitor.getByLabel( 'Amount to pay (EUR)' );
		await amount.fill( '10' );
		await visitor.getByRole( 'button', { name: 'Continue' } ).click();
		await expect( visitor.getByRole( 'alert' ) ).toContainText( 'Enter an amount from €357.00 to €1,428.00.' );
		await inspect( visitor, 'Less than the least part' );
		await amount.fill( '500' );
		await visitor.getByRole( 'button', { name: 'Continue' } ).click();
		await view.pay( CARDS.good );
		await view.isPaid();
		await expect
			.poll( async () => ( await agency.call( 'invoices.get', { id: fourth?.id ?? 0 } ) ).totals.due.amount )
			.toBe( 92_800 );
		expect( ( await stripe.ledger( fourth?.id ?? 0 ) ).totals ).toMatchObject( {
			eur: { charged: 50_000, charges: 1 },
		} );
	} finally {
		await agency.call( 'part-payments.update-settings', {}, before );
	}
} );
