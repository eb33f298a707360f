import { __ } from '@wordpress/i18n';
import type { SubscriptionRow } from '../../../contract/subscriptions/subscription';
import type { ItemAction } from '../../../shared/actions/action';
import { boot } from '../../../shared/boot';
import { navigate } from '../../../shared/location';

export const change: ItemAction< SubscriptionRow > = {
	id: 'change',
	label: __( 'Change', 'counterfoil' ),
	isEligible: ( { state, is_held: isHeld } ) => boot().can.bill && state !== 'cancelled' && ! isHeld,
	run: ( [ item ] ) => {
		if ( item ) {
			navigate( `/subscriptions/${ item.id }/change` );
		}
	},
};
