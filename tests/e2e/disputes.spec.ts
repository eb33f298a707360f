import { expect, inspect, test } from './at-desk';
import { begin } from './support/paying';
import { CARDS } from './support/stripe';

test( 'a dispute is opened and won, another is lost, and a refund fails', async ( {
	agency,
	app,
	mailbox,
	page,
	stripe,
	visitor,
} ) => {
	const { customer, invoice, url, view } = await begin( agency, visitor );
	const { email } = await agency.call( 'business.get' );
	const payments = page.getByRole( 'region', { name: 'Payments' } );
	const balance = page.getByRole( 'region', { name: 'Balance' } );
	const badge = page.getByText( 'Disputed', { exact: true } ).first();
	const number = invoice.number ?? '';
	const pay = async () => {
		await view.open( url );
		await view.pay( CARDS.good );
		await view.isPaid();
		const { payments: all } = await agency.call( 'invoices.get', { id: invoice.id } );
		return all.filter( ( { state } ) => state === 'succeeded' ).at( -1 )?.reference ?? '';
	};
	/** Calls of the gateway come by themselves; the screen is read anew until it knows. */
	const shows = async ( text: string ) => {
		await expect( async () => {
			await page.reload();
			await expect( payments ).toContainText( text, { timeout: 3000 } );
		} ).toPass();
	};

	const won = await stripe.dispute( await pay() );
	await app.open( `/invoices/${ invoice.id }`, number );
	await shows( '€1,428.00 withdrawn until it’s decided' );
	await expect( badge ).toBeVisible();
	await expect( balance ).toContainText( '€1,428.00' );
	await expect( payments.getByRole( 'link', { name: /^Respond to the bank/ } ) ).toHaveAttribute(
		'href',
		new RegExp( `/disputes/${ won }$` )
	);
	await expect( payments.getByRole( 'button', { name: 'Refund…' } ) ).toHaveCount( 0 );
	await inspect( page, 'Disputed invoice' );
	const mail = await mailbox.find( email, new RegExp( `disputed a payment of €1,428.00 \\(${ number }\\)` ) );
	expect( mail.html ).toContain( `/disputes/${ won }` );
	expect( ( await mailbox.to( customer.email ) ).filter( ( { subject } ) => /disput/i.test( subject ) ) ).toEqual(
		[]
	);
	await app.open( `/invoices?search=${ number }`, 'Invoices' );
	await expect( page.getByRole( 'row' ).filter( { hasText: number } ) ).toContainText( 'Disputed' );
	await visitor.goto( url );
	await expect( visitor.getByText( 'Withdrawn by the bank because of a dispute' ) ).toBeVisible();
	await inspect( visitor, 'Disputed invoice in the portal' );

	await stripe.decide( won, 'won' );
	await app.open( `/invoices/${ invoice.id }`, number );
	await shows( 'Dispute won' );
	await expect( page.getByText( 'Paid', { exact: true } ).first() ).toBeVisible();

	// What was refunded comes back days later, and both are told.
	await payments.getByRole( 'button', { name: 'Refund…' } ).click();
	await page.getByRole( 'dialog' ).getByLabel( 'Amount' ).fill( '28' );
	await page.getByRole( 'dialog' ).getByRole( 'button', { name: 'Refund €28.00' } ).click();
	await expect( payments ).toContainText( '€28.00 refunded' );
	await stripe.returnRefund( invoice.id );
	await mailbox.find( customer.email, new RegExp( `Your refund for invoice ${ number } didn’t go through` ) );
	await mailbox.find( email, new RegExp( `A refund for invoice ${ number } failed` ) );
	await page.reload();
	await expect( payments ).toContainText( 'Dispute won' );
	await expect( payments ).not.toContainText( '€28.00 refunded' );

	const other = await agency.invoice( customer.client );
	await view.open( other.portal_url ?? '' );
	await view.pay( CARDS.good );
	await view.isPaid();
	const paid = await agency.call( 'invoices.get', { id: other.id } );
	const lost = await stripe.dispute( paid.payments.at( -1 )?.reference ?? '' );
	await stripe.decide( lost, 'lost' );
	await app.open( `/invoices/${ other.id }`, other.number ?? '' );
	await shows( 'Dispute lost' );
	await expect( page.getByText( 'A dispute about this invoice was lost' ).first() ).toBeVisible();
	await expect( page.getByRole( 'button', { name: 'Issue credit note…' } ).first() ).toBeVisible();
	await expect( page.getByRole( 'button', { name: 'Record payment of €1,428.00' } ) ).toBeVisible();
	await inspect( page, 'Invoice with a lost dispute' );
} );
