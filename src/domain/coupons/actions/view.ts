import { __ } from '@wordpress/i18n';
import type { Coupon } from '../../../contract/coupons';
import type { ItemAction } from '../../../shared/actions/action';
import { navigate } from '../../../shared/location';

/** From a list. */
export const view: ItemAction< Coupon > = {
	id: 'view',
	label: __( 'View', 'counterfoil' ),
	isEligible: () => true,
	run: ( [ coupon ] ) => {
		if ( coupon ) {
			navigate( `/products/coupons/${ coupon.id }` );
		}
	},
};
