import { __, _n, sprintf } from '@wordpress/i18n';
import type { Product } from '../../../contract/products';
import type { ActionModalProps, ItemAction } from '../../../shared/actions/action';
import { boot } from '../../../shared/boot';
import { BulkDialog } from '../../../shared/bulk/bulk-dialog';
import { perform } from '../../../shared/store';

function Dialog( { items, onClose }: ActionModalProps< Product > ) {
	return (
		<BulkDialog
			title={ __( 'Restore products', 'counterfoil' ) }
			items={ items }
			nameOf={ ( { name } ) => name }
			button={ ( count ) =>
				/* translators: %d: number of products */
				sprintf( _n( 'Restore %d product', 'Restore %d products', count, 'counterfoil' ), count )
			}
			work={ async ( { id }, intention ) => {
				await perform( 'products.restore', { params: { id } }, intention );
				return __( 'Restored', 'counterfoil' );
			} }
			automatic={
				items.length === 1
					? __( 'Product restored.', 'counterfoil' )
					: __( 'Products restored.', 'counterfoil' )
			}
			onClose={ onClose }
		/>
	);
}

export const restore: ItemAction< Product > = {
	id: 'restore',
	label: __( 'Restore', 'counterfoil' ),
	isEligible: ( { archived_at: archived } ) => boot().can.bill && archived !== null,
	supportsBulk: true,
	RenderModal: Dialog,
};
