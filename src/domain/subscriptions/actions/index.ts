import { __ } from '@wordpress/i18n';
import type { SubscriptionRow } from '../../../contract/subscriptions';
import type { ItemAction } from '../../../shared/actions/action';
import { confirming } from '../../../shared/actions/confirming';
import { boot } from '../../../shared/boot';
import { perform } from '../../../shared/store';
import { cancel } from './cancel';
import { pause } from './pause';

const resume: ItemAction< SubscriptionRow > = {
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

const keep: ItemAction< SubscriptionRow > = {
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

/** Everything that can be done with a subscription, in the order of menus. */
export const subscriptionActions: ReadonlyArray< ItemAction< SubscriptionRow > > = [ pause, resume, keep, cancel ];
