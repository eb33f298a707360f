import { expect, type Page } from '@playwright/test';
import type { Invoice } from '../../../src/contract/invoices';
import { PayView } from '../pages/pay-view';
import { Portal } from '../pages/portal';
import type { Agency, Customer } from './agency';
import type { Mailbox } from './mailbox';
import type { Stripe } from './stripe';

/** Somebody who is logged in, and an invoice of €1,428.00 for them. */
export async function begin( agency: Agency, visitor: Page ) {
	const customer = await agency.customer( { at: visitor.context() } );
	const invoice = await agency.invoice( customer.client );
	const url = invoice.portal_url ?? '';
	return { customer, invoice, url, view: new PayView( visitor ), portal: new Portal( visitor ) };
}

/** What counts is what the card network took. */
export async function isChargedOnce( stripe: Stripe, { id }: Invoice ): Promise< void > {
	expect( ( await stripe.ledger( id ) ).totals ).toMatchObject( { eur: { charged: 142_800, charges: 1 } } );
}

export async function isNotCharged( stripe: Stripe, { id }: Invoice ): Promise< void > {
	expect( ( await stripe.ledger( id ) ).entries ).toHaveLength( 0 );
}

export const findReceipt = ( mailbox: Mailbox, { email }: Customer, { number }: Invoice ) =>
	mailbox.find( email, new RegExp( `^Receipt for invoice ${ number }` ) );
