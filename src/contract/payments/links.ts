import { z } from 'zod';
import { id, idParams } from '../common';
import { operation } from '../operation';
import { portalPayment } from '../portal';

/** Whether the buttons of mails open a bill without a login. */
export const payLinks = z
	.strictObject( {
		is_on: z.boolean(),
		/** Days after the due date, the last mail or the payment. */
		days: z.int().min( 1 ).max( 365 ),
	} )
	.meta( { id: 'PayLinkSettings' } );
export type PayLinks = z.infer< typeof payLinks >;

/** Whether one client's mails have them. */
export const clientPayLinks = z.strictObject( { is_on: z.boolean() } ).meta( { id: 'ClientPayLinks' } );

export const linkOperations = [
	operation( {
		id: 'pay-links.get',
		method: 'GET',
		path: '/settings/pay-links',
		summary: 'Get the payment link settings',
		needs: 'staff:view',
		response: payLinks,
	} ),
	operation( {
		id: 'pay-links.update',
		method: 'PUT',
		path: '/settings/pay-links',
		summary: 'Update the payment link settings',
		needs: 'staff:settings',
		body: payLinks,
		response: payLinks,
	} ),
	operation( {
		id: 'pay-links.of-client',
		method: 'GET',
		path: '/clients/{id}/pay-links',
		summary: 'Get whether a client’s emails contain payment links',
		needs: 'staff:view',
		params: idParams,
		response: clientPayLinks,
	} ),
	operation( {
		id: 'pay-links.change',
		method: 'PUT',
		path: '/clients/{id}/pay-links',
		summary: 'Turn payment links for a client on or off',
		needs: 'staff:manage_clients',
		params: idParams,
		body: clientPayLinks,
		response: clientPayLinks,
	} ),
	operation( {
		id: 'pay-links.revoke',
		method: 'POST',
		path: '/invoices/{id}/revoke-links',
		summary: 'Revoke the payment links of an invoice',
		needs: 'staff:bill',
		params: idParams,
		response: z.strictObject( { revoked: z.int().min( 0 ) } ),
	} ),
	operation( {
		id: 'pay-links.pay',
		method: 'POST',
		path: '/portal/bills/{id}/payments',
		summary: 'Start a payment for the bill of your link, or continue one in progress',
		needs: 'link',
		outside: true,
		params: idParams,
		response: portalPayment,
		status: 201,
	} ),
	operation( {
		id: 'pay-links.payment',
		method: 'POST',
		path: '/portal/bills/{id}/payments/{payment}/refresh',
		summary: 'Refresh the status of a payment for the bill of your link',
		needs: 'link',
		outside: true,
		params: z.strictObject( { id, payment: id } ),
		response: portalPayment,
	} ),
] as const;
