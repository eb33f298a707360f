import { __, _n, sprintf } from '@wordpress/i18n';
import type { Coupon } from '../../../contract/coupons';
import type { ActionModalProps, ItemAction } from '../../../shared/actions/action';
import { boot } from '../../../shared/boot';
import { BulkDialog } from '../../../shared/bulk/bulk-dialog';
import { perform } from '../../../shared/store';

function Dialog( { items, onClose }: ActionModalProps< Coupon > ) {
	return (
		<BulkDialog
			title={ __( 'Archive coupons', 'counterfoil' ) }
			items={ items }
			nameOf={ ( { code } ) => code }
			button={ ( count ) =>
				/* translators: %d: number of coupons */
				sprintf( _n( 'Archive %d coupon', 'Archive %d coupons', count, 'counterfoil' ), count )
			}
			work={ async ( { id }, intention ) => {
				await perform( 'coupons.archive', { params: { id } }, intention );
				return __( 'Archived', 'counterfoil' );
			} }
			automatic={
				items.length === 1
					? __( 'Coupon archived. It can no longer be used.', 'counterfoil' )
					: __( 'Coupons archived. They can no longer be used.', 'counterfoil' )
			}
			onClose={ onClose }
		/>
	);
}

export const archive: ItemAction< Coupon > = {
	id: 'archive',
	label: __( 'Archive', 'counterfoil' ),
	isEligible: ( { archived_at: archived } ) => boot().can.bill && archived === null,
	supportsBulk: true,
	RenderModal: Dialog,
};
