import { __, sprintf } from '@wordpress/i18n';
import type { Contact } from '../../../contract/clients';
import type { ItemAction } from '../../../shared/actions/action';
import { boot } from '../../../shared/boot';
import { perform } from '../../../shared/store';

export const restore: ItemAction< Contact > = {
	id: 'restore',
	label: __( 'Restore access', 'counterfoil' ),
	isEligible: ( { access } ) => boot().can.manageClients && access === 'suspended',
	run: async ( [ contact ] ) => {
		if ( ! contact ) {
			return undefined;
		}
		await perform( 'contacts.restore', { params: { id: contact.id } } );
		/* translators: %s: name of a person */
		return sprintf( __( '%s can log in again.', 'counterfoil' ), contact.name );
	},
};
