import { __ } from '@wordpress/i18n';
import type { ItemAction } from '../../../shared/actions/action';
import { navigate } from '../../../shared/location';
import { type AnyInvoice, isWhole } from '../any-invoice';

/** From a list; on its own screen it is in view. */
export const view: ItemAction< AnyInvoice > = {
	id: 'view',
	label: __( 'View', 'counterfoil' ),
	isEligible: ( invoice ) => ! isWhole( invoice ) && invoice.state !== 'draft',
	run: ( [ invoice ] ) => {
		if ( invoice ) {
			navigate( `/invoices/${ invoice.id }` );
		}
	},
};
