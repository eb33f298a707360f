import { __, sprintf } from '@wordpress/i18n';
import type { Contact } from '../../../contract/clients';
import type { ItemAction } from '../../../shared/actions/action';
import { confirming } from '../../../shared/actions/confirming';
import { boot } from '../../../shared/boot';
import { perform } from '../../../shared/store';

export const suspend: ItemAction< Contact > = {
	id: 'suspend',
	label: __( 'Suspend access', 'counterfoil' ),
	isDestructive: true,
	isEligible: ( { access } ) => boot().can.manageClients && access === 'active',
	RenderModal: confirming( {
		text: ( { name } ) =>
			sprintf(
				/* translators: %s: name of a person */
				__(
					'%s will be logged out on all devices immediately and can’t log in until you restore access.',
					'counterfoil'
				),
				name
			),
		button: __( 'Suspend access', 'counterfoil' ),
		run: async ( { id, name } ) => {
			await perform( 'contacts.suspend', { params: { id } } );
			/* translators: %s: name of a person */
			return sprintf( __( '%s was logged out and can no longer log in.', 'counterfoil' ), name );
		},
	} ),
};
