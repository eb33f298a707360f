import apiFetch from '@wordpress/api-fetch';
import { __ } from '@wordpress/i18n';
import { ApiFailure, pathOf } from '../../shared/api';
import { toast } from '../../shared/toasts';

/**
 * Opens an invoice's PDF in a tab of its own. The tab is opened at once, while the click still counts,
 * and filled when the bytes are there; the address can't be shared or guessed.
 *
 * @param id Invoice's id.
 */
export async function openPdf( id: number ): Promise< void > {
	const tab = window.open( '', '_blank' );
	try {
		const response = await apiFetch< Response, false >( {
			path: pathOf( 'invoices.pdf', { params: { id } } ),
			parse: false,
		} );
		const address = URL.createObjectURL( await response.blob() );
		if ( tab ) {
			tab.location.href = address;
		} else {
			window.location.href = address;
		}
	} catch ( thrown ) {
		tab?.close();
		toast( ApiFailure.from( thrown ).message || __( 'The PDF could not be opened.', 'counterfoil' ) );
	}
}
