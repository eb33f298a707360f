import { __, sprintf } from '@wordpress/i18n';
import type { CreditNoteRow } from '../../../contract/invoices';
import type { ItemAction } from '../../../shared/actions/action';
import { pathOf } from '../../../shared/api';
import { fetchFile } from '../../../shared/fetch-file';

/** The credit note's PDF in a tab of its own, which is opened at once, while the click still counts. */
export const openCreditNote: ItemAction< CreditNoteRow > = {
	id: 'open-credit-note',
	label: ( [ note ] ) =>
		/* translators: %s: number of a credit note */
		sprintf( __( 'View PDF of %s', 'counterfoil' ), note?.number ?? '' ),
	isEligible: () => true,
	run: async ( [ note ] ) => {
		if ( ! note ) {
			return undefined;
		}
		const tab = window.open( '', '_blank' );
		try {
			const pdf = await fetchFile( pathOf( 'credit-notes.pdf', { params: { id: note.id } } ) );
			( tab ?? window ).location.href = URL.createObjectURL( pdf );
		} catch ( thrown ) {
			tab?.close();
			throw thrown;
		}
		return undefined;
	},
};
