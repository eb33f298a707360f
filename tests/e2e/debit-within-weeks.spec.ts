import { expect, inspect, test } from './at-desk';
import { dayFromNow } from './support/agency';
import { forward } from './support/demo-clock';
import { buttonOf } from './support/mailbox';
import { begin, findReceipt } from './support/paying';
import { CARDS, RETURNED_IBAN } from './support/stripe';

/** A link that is sent today ends 30 days after the invoice was due. */
const WEEKS_OF_LINK = 5;

test.describe( 'Weeks later', () => {
	test.afterEach( async ( { page, stripe } ) => {
		await stripe.offer( '' );
		await forward( page, 'Back to today' );
	} );

	test( 'a SEPA debit settles after days and comes back after weeks, and a payment link ends', async ( {
		agency,
		app,
		mailbox,
		page,
		stripe,
		visitor,
		watch,
	} ) => {
		// Six weeks of a whole agency, one after the other.
		test.slow();
		const debtor = await agency.customer();
		// Each reminder's link is as good as the first one's.
		await agency.call( 'reminders.change', { id: debtor.client.id }, { is_on: false } );
		const { number: unpaid } = await agency.invoice( debtor.client, { due_date: dayFromNow( 0 ) } );
		const link = buttonOf(
			await mailbox.find( debtor.email, new RegExp( `^Invoice ${ unpaid }` ) ),
			/^View and pay/
		);
		await visitor.goto( link );
		await expect( visitor ).toHaveTitle( `Pay invoice ${ unpaid } – Studio North` );
		await stripe.offer( 'sepa_debit' );
		const { customer, invoice, url, view } = await begin( agency, visitor );
		const number = invoice.number ?? '';
		await view.open( url );
		await visitor.getByRole( 'radio', { name: 'SEPA Direct Debit' } ).check();
		await expect( visitor.getByText( /you authorize Studio North/ ) ).toBeVisible();
		await visitor.getByLabel( 'IBAN' ).fill( RETURNED_IBAN );
		await inspect( visitor, 'paying by debit' );
		await view.button.click();
		await expect( visitor.getByRole( 'heading', { name: 'Your payment is on its way' } ) ).toBeVisible();
		await expect( visitor.getByText( 'Expected by', { exact: true } ) ).toBeVisible();
		await inspect( visitor, 'a debit on its way' );
		await visitor.getByRole( 'link', { name: number } ).click();
		await expect( visitor.getByText( /^On its way, expected by / ) ).toBeVisible();
		await expect( visitor.getByRole( 'link', { name: /^Pay / } ) ).toHaveCount( 0 );
		await app.open( `/invoices/${ invoice.id }`, number );
		await expect( page.getByText( 'Payment on its way' ) ).toBeVisible();
		await expect( page.getByRole( 'region', { name: 'Balance' } ) ).toContainText(
			/No reminders are sent until then/
		);
		await inspect( page, 'an invoice whose payment is on its way' );

		await forward( page, 'Forward 1 week' );
		const announced = await mailbox.find(
			customer.email,
			new RegExp( `^Your direct debit for invoice ${ number }` )
		);
		expect( announced.text ).toMatch( /Mandate reference/ );
		await findReceipt( mailbox, customer, invoice );
		await visitor.goto( url );
		await expect( visitor.getByText( 'Paid', { exact: true } ).first() ).toBeVisible();

		for ( let week = 1; week < WEEKS_OF_LINK - 1; week++ ) {
			await forward( page, 'Forward 1 week' );
		}
		const returned = await mailbox.find(
			customer.email,
			new RegExp( `^Your payment for invoice ${ number } was returned` )
		);
		expect( returned.text ).toContain( 'debit not authorized by the account holder' );
		await visitor.goto( url );
		await expect( visitor.getByText( /^Your bank returned your payment of €1,428.00/ ) ).toBeVisible();
		await inspect( visitor, 'an invoice that is due again' );
		await app.open( `/invoices/${ invoice.id }`, number );
		await expect( page.getByText( /^This invoice is due again/ ).first() ).toBeVisible();
		await expect( page.getByRole( 'region', { name: 'Payments' } ) ).toContainText( 'Returned by the bank' );
		await inspect( page, 'the agency’s invoice that is due again' );

		await view.open( url );
		await view.pay( CARDS.good );
		await view.isPaid();

		await forward( page, 'Forward 1 week' );
		watch.expect( /status of 404/ );
		await visitor.goto( link );
		await expect( visitor.getByRole( 'heading', { name: 'This link has ended' } ) ).toBeVisible();
	} );
} );
