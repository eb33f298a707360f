import { __, _n, sprintf } from '@wordpress/i18n';
import type { Product } from '../../../contract/products';
import type { ActionModalProps, ItemAction } from '../../../shared/actions/action';
import { boot } from '../../../shared/boot';
import { BulkDialog } from '../../../shared/bulk/bulk-dialog';
import { perform } from '../../../shared/store';

function Dialog( { items, onClose }: ActionModalProps< Product > ) {
	return (
		<BulkDialog
			title={ __( 'Archive products', 'counterfoil' ) }
			items={ items }
			nameOf={ ( { name } ) => name }
			button={ ( count ) =>
				/* translators: %d: number of products */
				sprintf( _n( 'Archive %d product', 'Archive %d products', count, 'counterfoil' ), count )
			}
			work={ async ( { id }, intention ) => {
				await perform( 'products.archive', { params: { id } }, intention );
				return __( 'Archived', 'counterfoil' );
			} }
			automatic={
				items.length === 1
					? __( 'Product archived. Its plans can no longer be billed.', 'counterfoil' )
					: __( 'Products archived. Their plans can no longer be billed.', 'counterfoil' )
			}
			onClose={ onClose }
		/>
	);
}

export const archive: ItemAction< Product > = {
	id: 'archive',
	label: __( 'Archive', 'counterfoil' ),
	isEligible: ( { archived_at: archived } ) => boot().can.bill && archived === null,
	supportsBulk: true,
	RenderModal: Dialog,
};
