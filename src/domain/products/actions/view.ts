import { __ } from '@wordpress/i18n';
import type { Product } from '../../../contract/products';
import type { ItemAction } from '../../../shared/actions/action';
import { navigate } from '../../../shared/location';

/** From a list. */
export const view: ItemAction< Product > = {
	id: 'view',
	label: __( 'View', 'counterfoil' ),
	isEligible: () => true,
	run: ( [ product ] ) => {
		if ( product ) {
			navigate( `/products/${ product.id }` );
		}
	},
};
