import { __, sprintf } from '@wordpress/i18n';
import type { ItemAction } from '../../../shared/actions/action';
import { boot } from '../../../shared/boot';
import { navigate } from '../../../shared/location';
import { perform } from '../../../shared/store';
import type { AnyInvoice } from '../any-invoice';

export const duplicate: ItemAction< AnyInvoice > = {
	id: 'duplicate',
	label: __( 'Duplicate', 'counterfoil' ),
	isEligible: () => boot().can.bill,
	run: async ( [ invoice ] ) => {
		if ( ! invoice ) {
			return undefined;
		}
		const copy = await perform( 'invoices.duplicate', { params: { id: invoice.id } } );
		navigate( `/invoices/${ copy.id }/edit` );
		return copy.coupon_left_out === ''
			? __( 'Duplicated to a new draft.', 'counterfoil' )
			: sprintf(
					/* translators: %s: why the coupon can't be used any more, a sentence */
					__( 'Duplicated to a new draft without its coupon. %s', 'counterfoil' ),
					copy.coupon_left_out
				);
	},
};
