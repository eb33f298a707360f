import { __ } from '@wordpress/i18n';
import type { Contact } from '../../../contract/clients';
import type { ItemAction } from '../../../shared/actions/action';
import { boot } from '../../../shared/boot';
import { perform } from '../../../shared/store';

export const revoke: ItemAction< Contact > = {
	id: 'revoke',
	label: __( 'Revoke invitation', 'counterfoil' ),
	isEligible: ( { access } ) => boot().can.manageClients && access === 'invited',
	run: async ( [ contact ] ) => {
		if ( ! contact ) {
			return undefined;
		}
		await perform( 'contacts.revoke', { params: { id: contact.id } } );
		return __( 'Invitation revoked. Its link no longer works.', 'counterfoil' );
	},
};
