import { __, sprintf } from '@wordpress/i18n';
import type { Website } from '../../../contract/websites';
import type { ItemAction } from '../../../shared/actions/action';
import { confirming } from '../../../shared/actions/confirming';
import { boot } from '../../../shared/boot';
import { perform } from '../../../shared/store';

/** One that is on an invoice stays. */
export const deleteIt: ItemAction< Website > = {
	id: 'delete',
	label: __( 'Delete', 'counterfoil' ),
	isDestructive: true,
	isEligible: ( { is_used: isUsed } ) => boot().can.manageClients && ! isUsed,
	RenderModal: confirming( {
		text: ( { name } ) =>
			/* translators: %s: name of a website */
			sprintf( __( 'Delete the website “%s”? This can’t be undone.', 'counterfoil' ), name ),
		button: __( 'Delete website', 'counterfoil' ),
		run: async ( { id } ) => {
			await perform( 'websites.delete', { params: { id } } );
			return __( 'Website deleted.', 'counterfoil' );
		},
	} ),
};
