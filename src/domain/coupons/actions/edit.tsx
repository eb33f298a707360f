import { __ } from '@wordpress/i18n';
import type { Coupon } from '../../../contract/coupons';
import type { ActionModalProps, ItemAction } from '../../../shared/actions/action';
import { boot } from '../../../shared/boot';
import { EditCoupon } from '../coupon-dialog';

export const edit: ItemAction< Coupon > = {
	id: 'edit',
	label: __( 'Edit', 'counterfoil' ),
	isEligible: () => boot().can.bill,
	RenderModal: ( { items: [ coupon ], onClose }: ActionModalProps< Coupon > ) =>
		coupon ? <EditCoupon coupon={ coupon } onClose={ onClose } /> : null,
};
