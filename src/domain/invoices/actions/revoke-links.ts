import { __ } from '@wordpress/i18n';
import type { ItemAction } from '../../../shared/actions/action';
import { confirming } from '../../../shared/actions/confirming';
import { boot } from '../../../shared/boot';
import { perform } from '../../../shared/store';
import type { AnyInvoice } from '../any-invoice';

/** Those of a void one have ended already. */
const ENDED = [ 'draft', 'void', 'withdrawn' ];

/** Ends the links of its emails, which open it without a login. */
export const revokeLinks: ItemAction< AnyInvoice > = {
	id: 'revoke-links',
	label: __( 'Revoke links…', 'counterfoil' ),
	isEligible: ( { state } ) => boot().can.bill && ! ENDED.includes( state ),
	RenderModal: confirming( {
		text: () =>
			__(
				'Links in emails that were already sent stop opening this invoice. Clients can still log in. Emails you send from now on get new links.',
				'counterfoil'
			),
		button: __( 'Revoke links', 'counterfoil' ),
		run: async ( { id } ) => {
			const { revoked } = await perform( 'pay-links.revoke', { params: { id } } );
			return revoked === 0
				? __( 'There were no links to revoke.', 'counterfoil' )
				: __( 'Links revoked.', 'counterfoil' );
		},
	} ),
};
