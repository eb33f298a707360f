import { __ } from '@wordpress/i18n';
import type { SubscriptionRow } from '../../../contract/subscriptions/subscription';
import type { ItemAction } from '../../../shared/actions/action';
import { confirming } from '../../../shared/actions/confirming';
import { boot } from '../../../shared/boot';
import { perform } from '../../../shared/store';

export const keep: ItemAction< SubscriptionRow > = {
	id: 'keep',
	label: __( 'Undo cancellation…', 'counterfoil' ),
	isEligible: ( { state, ends_on: endsOn, is_canceled: isCanceled } ) =>
		boot().can.bill && state !== 'cancelled' && endsOn !== null && isCanceled,
	RenderModal: confirming< SubscriptionRow >( {
		text: () => __( 'The subscription continues and is invoiced as before.', 'counterfoil' ),
		button: __( 'Undo cancellation', 'counterfoil' ),
		isDestructive: false,
		run: async ( { id } ) => {
			await perform( 'subscriptions.keep', { params: { id } } );
			return __( 'Cancellation undone.', 'counterfoil' );
		},
	} ),
};
