import { __, sprintf } from '@wordpress/i18n';
import type { Plan } from '../../../contract/products';
import type { ItemAction } from '../../../shared/actions/action';
import { confirming } from '../../../shared/actions/confirming';
import { boot } from '../../../shared/boot';
import { perform } from '../../../shared/store';

/** Only one that was never used. */
export const deleteIt: ItemAction< Plan > = {
	id: 'delete',
	label: __( 'Delete', 'counterfoil' ),
	isDestructive: true,
	isEligible: ( { is_used: isUsed } ) => boot().can.bill && ! isUsed,
	RenderModal: confirming( {
		text: ( { name } ) =>
			/* translators: %s: name of a plan */
			sprintf( __( 'Delete the plan “%s”? This can’t be undone.', 'counterfoil' ), name ),
		button: __( 'Delete plan', 'counterfoil' ),
		run: async ( { id } ) => {
			await perform( 'plans.delete', { params: { id } } );
			return __( 'Plan deleted.', 'counterfoil' );
		},
	} ),
};
