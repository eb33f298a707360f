import { expect, inspect, test } from './test';
import { PayView } from './pages/pay-view';
import { isChargedOnce } from './support/paying';
import { CARDS } from './support/stripe';
import { buttonOf } from './support/mailbox';

test( 'an invoice is paid by its link, logged out, and a revoked link has ended', async ( {
	agency,
	mailbox,
	stripe,
	visitor,
	watch,
} ) => {
	const { client, email } = await agency.customer();
	const [ invoice, other ] = [ await agency.invoice( client ), await agency.invoice( client ) ];
	const linkOf = async ( { number }: typeof invoice ) =>
		buttonOf( await mailbox.find( email, new RegExp( `^Invoice ${ number }` ) ), /^View and pay/ );
	const view = new PayView( visitor );

	await visitor.goto( await linkOf( invoice ) );
	await expect( visitor ).toHaveTitle( `Pay invoice ${ invoice.number } – Studio North` );
	expect( visitor.url() ).not.toContain( 'bill-link' );
	await expect( visitor.getByRole( 'article' ) ).toContainText( 'Landing page' );
	await expect( visitor.getByText( other.number ?? '' ) ).toHaveCount( 0 );
	await inspect( visitor, 'Invoice opened by its link' );
	await view.pay( CARDS.good );
	await view.isPaid();
	await isChargedOnce( stripe, invoice );
	await inspect( visitor, 'Invoice paid by its link' );

	const link = await linkOf( other );
	await visitor.goto( link );
	await expect( visitor.getByRole( 'article' ) ).toBeVisible();
	await agency.call( 'pay-links.revoke', { id: other.id } );
	watch.expect( /status of 404/ );
	await visitor.goto( link );
	await expect( visitor.getByRole( 'heading', { name: 'This link has ended' } ) ).toBeVisible();
	await inspect( visitor, 'Link that has ended' );
} );
