import { __ } from '@wordpress/i18n';
import type { ItemAction } from '../../../shared/actions/action';
import { confirming } from '../../../shared/actions/confirming';
import { boot } from '../../../shared/boot';
import { leave } from '../../../shared/location';
import { perform } from '../../../shared/store';
import type { AnyInvoice } from '../any-invoice';

export const deleteIt: ItemAction< AnyInvoice > = {
	id: 'delete',
	label: __( 'Delete draft…', 'counterfoil' ),
	isDestructive: true,
	isEligible: ( { state } ) => boot().can.bill && state === 'draft',
	RenderModal: confirming( {
		text: () => __( 'Delete this draft? This can’t be undone.', 'counterfoil' ),
		button: __( 'Delete draft', 'counterfoil' ),
		run: async ( { id } ) => {
			// Its own screen is left first: it would be read anew, and is not there any more.
			leave( `/invoices/${ id }`, '/invoices' );
			await perform( 'invoices.delete', { params: { id } } );
			return __( 'Draft deleted.', 'counterfoil' );
		},
	} ),
};
