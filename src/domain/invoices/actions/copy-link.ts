import { __ } from '@wordpress/i18n';
import type { ItemAction } from '../../../shared/actions/action';
import { type AnyInvoice, isProForma } from '../any-invoice';

/** Where the client finds it. */
export const copyLink: ItemAction< AnyInvoice > = {
	id: 'copy-link',
	label: ( [ invoice ] ) =>
		invoice && isProForma( invoice )
			? __( 'Copy link to this pro forma invoice', 'counterfoil' )
			: __( 'Copy link to this invoice', 'counterfoil' ),
	isEligible: ( { portal_url: address } ) => address !== null,
	run: async ( [ invoice ] ) => {
		const address = invoice?.portal_url ?? '';
		try {
			await navigator.clipboard.writeText( address );
		} catch {
			// Browsers keep the clipboard from pages without https.
			// eslint-disable-next-line no-alert -- the browser's own box marks the text, to be copied by hand
			window.prompt( __( 'Copy this link:', 'counterfoil' ), address );
			return undefined;
		}
		return invoice && isProForma( invoice )
			? __( 'Link copied. The client needs to log in to view the pro forma invoice.', 'counterfoil' )
			: __( 'Link copied. The client needs to log in to view the invoice.', 'counterfoil' );
	},
};
