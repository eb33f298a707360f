import { __, sprintf } from '@wordpress/i18n';
import type { Contact } from '../../../contract/clients';
import type { ItemAction } from '../../../shared/actions/action';
import { boot } from '../../../shared/boot';
import { perform } from '../../../shared/store';

/** Mails an invitation; an earlier one ends. */
export const invite: ItemAction< Contact > = {
	id: 'invite',
	label: ( [ contact ] ) =>
		contact?.access === 'invited' ? __( 'Resend invitation', 'counterfoil' ) : __( 'Invite', 'counterfoil' ),
	isEligible: ( { access } ) => boot().can.manageClients && ( access === 'none' || access === 'invited' ),
	run: async ( [ contact ] ) => {
		if ( ! contact ) {
			return undefined;
		}
		await perform( 'contacts.invite', { params: { id: contact.id } } );
		/* translators: %s: e-mail address */
		return sprintf( __( 'The invitation is on its way to %s.', 'counterfoil' ), contact.email );
	},
};
