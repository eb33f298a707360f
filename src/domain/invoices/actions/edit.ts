import { __ } from '@wordpress/i18n';
import type { ItemAction } from '../../../shared/actions/action';
import { boot } from '../../../shared/boot';
import { navigate } from '../../../shared/location';
import type { AnyInvoice } from '../any-invoice';

export const edit: ItemAction< AnyInvoice > = {
	id: 'edit',
	label: __( 'Edit', 'counterfoil' ),
	isEligible: ( { state } ) => boot().can.bill && state === 'draft',
	run: ( [ invoice ] ) => {
		if ( invoice ) {
			navigate( `/invoices/${ invoice.id }/edit` );
		}
	},
};
