import { __, sprintf } from '@wordpress/i18n';
import type { Contact } from '../../../contract/clients';
import type { ItemAction } from '../../../shared/actions/action';
import { confirming } from '../../../shared/actions/confirming';
import { boot } from '../../../shared/boot';
import { perform } from '../../../shared/store';

export const remove: ItemAction< Contact > = {
	id: 'remove',
	label: __( 'Remove', 'counterfoil' ),
	isDestructive: true,
	isEligible: () => boot().can.manageClients,
	RenderModal: confirming( {
		text: ( { name } ) =>
			sprintf(
				/* translators: %s: name of a person */
				__(
					'Remove %s? They’ll lose access immediately and stop getting invoices. This can’t be undone.',
					'counterfoil'
				),
				name
			),
		button: __( 'Remove contact', 'counterfoil' ),
		run: async ( { id } ) => {
			await perform( 'contacts.delete', { params: { id } } );
			return __( 'Contact removed.', 'counterfoil' );
		},
	} ),
};
