import { __, sprintf } from '@wordpress/i18n';
import type { Product } from '../../../contract/products';
import type { ItemAction } from '../../../shared/actions/action';
import { confirming } from '../../../shared/actions/confirming';
import { boot } from '../../../shared/boot';
import { leave } from '../../../shared/location';
import { perform } from '../../../shared/store';

/** Only one that was never used. */
export const deleteIt: ItemAction< Product > = {
	id: 'delete',
	label: __( 'Delete', 'counterfoil' ),
	isDestructive: true,
	isEligible: ( { is_used: isUsed } ) => boot().can.bill && ! isUsed,
	RenderModal: confirming( {
		text: ( { name } ) =>
			/* translators: %s: name of a product */
			sprintf( __( 'Delete “%s” and its plans? This can’t be undone.', 'counterfoil' ), name ),
		button: __( 'Delete product', 'counterfoil' ),
		run: async ( { id } ) => {
			// Its own screen is left first: it would be read anew, and is not there any more.
			leave( `/products/${ id }`, '/products' );
			await perform( 'products.delete', { params: { id } } );
			return __( 'Product deleted.', 'counterfoil' );
		},
	} ),
};
