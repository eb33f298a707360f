import { __ } from '@wordpress/i18n';
import type { ItemAction } from '../../../shared/actions/action';
import { type AnyInvoice, isWhole } from '../any-invoice';

const addressOf = ( invoice: AnyInvoice | undefined ): string | null =>
	invoice && isWhole( invoice ) ? invoice.portal_url : null;

/** Where the client finds it. A list does not know that. */
export const copyLink: ItemAction< AnyInvoice > = {
	id: 'copy-link',
	label: __( 'Copy link to this invoice', 'counterfoil' ),
	isEligible: ( invoice ) => addressOf( invoice ) !== null,
	run: async ( [ invoice ] ) => {
		const address = addressOf( invoice ) ?? '';
		try {
			await navigator.clipboard.writeText( address );
		} catch {
			// Browsers keep the clipboard from pages without https.
			// eslint-disable-next-line no-alert -- the browser's own box marks the text, to be copied by hand
			window.prompt( __( 'Copy this link:', 'counterfoil' ), address );
			return undefined;
		}
		return __( 'Link copied. The client needs to log in to view the invoice.', 'counterfoil' );
	},
};
