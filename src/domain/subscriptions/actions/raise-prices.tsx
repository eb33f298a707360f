import { __ } from '@wordpress/i18n';
import type { SubscriptionRow } from '../../../contract/subscriptions/subscription';
import type { ActionModalProps, ItemAction } from '../../../shared/actions/action';
import { boot } from '../../../shared/boot';
import { RaisePrices } from '../rises/dialog';

const Dialog = ( { items, onClose }: ActionModalProps< SubscriptionRow > ) => (
	<RaisePrices
		subscriptions={ items.map( ( { id } ) => id ) }
		currencies={ items.map( ( { amount } ) => amount.currency ) }
		onClose={ onClose }
	/>
);

export const raisePrices: ItemAction< SubscriptionRow > = {
	id: 'raise-prices',
	label: __( 'Raise prices…', 'counterfoil' ),
	supportsBulk: true,
	isEligible: ( { state, is_held: isHeld, next_on: nextOn } ) =>
		boot().can.bill && state !== 'cancelled' && ! isHeld && nextOn !== null,
	RenderModal: Dialog,
};
