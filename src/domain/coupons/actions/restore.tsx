import { __, _n, sprintf } from '@wordpress/i18n';
import type { Coupon } from '../../../contract/coupons';
import type { ActionModalProps, ItemAction } from '../../../shared/actions/action';
import { boot } from '../../../shared/boot';
import { BulkDialog } from '../../../shared/bulk/bulk-dialog';
import { perform } from '../../../shared/store';

function Dialog( { items, onClose }: ActionModalProps< Coupon > ) {
	return (
		<BulkDialog
			title={ __( 'Restore coupons', 'counterfoil' ) }
			items={ items }
			nameOf={ ( { code } ) => code }
			button={ ( count ) =>
				/* translators: %d: number of coupons */
				sprintf( _n( 'Restore %d coupon', 'Restore %d coupons', count, 'counterfoil' ), count )
			}
			work={ async ( { id }, intention ) => {
				await perform( 'coupons.restore', { params: { id } }, intention );
				return __( 'Restored', 'counterfoil' );
			} }
			automatic={
				items.length === 1 ? __( 'Coupon restored.', 'counterfoil' ) : __( 'Coupons restored.', 'counterfoil' )
			}
			onClose={ onClose }
		/>
	);
}

export const restore: ItemAction< Coupon > = {
	id: 'restore',
	label: __( 'Restore', 'counterfoil' ),
	isEligible: ( { archived_at: archived } ) => boot().can.bill && archived !== null,
	supportsBulk: true,
	RenderModal: Dialog,
};
