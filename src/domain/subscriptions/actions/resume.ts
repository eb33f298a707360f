import { __ } from '@wordpress/i18n';
import type { SubscriptionRow } from '../../../contract/subscriptions/subscription';
import type { ItemAction } from '../../../shared/actions/action';
import { confirming } from '../../../shared/actions/confirming';
import { boot } from '../../../shared/boot';
import { perform } from '../../../shared/store';

export const resume: ItemAction< SubscriptionRow > = {
	id: 'resume',
	label: __( 'Resume…', 'counterfoil' ),
	isEligible: ( { state } ) => boot().can.bill && state === 'paused',
	RenderModal: confirming< SubscriptionRow >( {
		text: () =>
			__(
				'Invoices are issued again from today. The days until the next billing date are invoiced now, unless they were before the pause.',
				'counterfoil'
			),
		button: __( 'Resume subscription', 'counterfoil' ),
		isDestructive: false,
		run: async ( { id } ) => {
			await perform( 'subscriptions.resume', { params: { id } } );
			return __( 'Subscription resumed.', 'counterfoil' );
		},
	} ),
};
