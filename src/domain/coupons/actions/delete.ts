import { __, sprintf } from '@wordpress/i18n';
import type { Coupon } from '../../../contract/coupons';
import type { ItemAction } from '../../../shared/actions/action';
import { confirming } from '../../../shared/actions/confirming';
import { boot } from '../../../shared/boot';
import { leave } from '../../../shared/location';
import { perform } from '../../../shared/store';

/** Only one that was never used. */
export const deleteIt: ItemAction< Coupon > = {
	id: 'delete',
	label: __( 'Delete', 'counterfoil' ),
	isDestructive: true,
	isEligible: ( { is_used: isUsed } ) => boot().can.bill && ! isUsed,
	RenderModal: confirming( {
		text: ( { code } ) =>
			/* translators: %s: code of a coupon */
			sprintf( __( 'Delete the coupon %s? This can’t be undone.', 'counterfoil' ), code ),
		button: __( 'Delete coupon', 'counterfoil' ),
		run: async ( { id } ) => {
			// Its own screen is left first: it would be read anew, and is not there any more.
			leave( `/products/coupons/${ id }`, '/products/coupons' );
			await perform( 'coupons.delete', { params: { id } } );
			return __( 'Coupon deleted.', 'counterfoil' );
		},
	} ),
};
