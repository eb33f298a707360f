import { __ } from '@wordpress/i18n';
import type { ItemAction } from '../../../shared/actions/action';
import type { AnyInvoice } from '../any-invoice';
import { fetchPdf } from '../pdf';

/**
 * The PDF in a tab of its own. The tab is opened at once, while the click still counts, and filled when the bytes
 * are there; the address can't be shared or guessed.
 */
export const openPdf: ItemAction< AnyInvoice > = {
	id: 'open-pdf',
	label: __( 'View PDF', 'counterfoil' ),
	isEligible: () => true,
	run: async ( [ invoice ] ) => {
		if ( ! invoice ) {
			return undefined;
		}
		const tab = window.open( '', '_blank' );
		try {
			const address = URL.createObjectURL( await fetchPdf( invoice.id ) );
			( tab ?? window ).location.href = address;
		} catch ( thrown ) {
			tab?.close();
			throw thrown;
		}
		return undefined;
	},
};
