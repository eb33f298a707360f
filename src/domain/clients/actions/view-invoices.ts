import { __ } from '@wordpress/i18n';
import type { ClientRow } from '../../../contract/clients';
import type { ItemAction } from '../../../shared/actions/action';
import { navigate } from '../../../shared/location';

export const viewInvoices: ItemAction< Pick< ClientRow, 'id' > > = {
	id: 'view-invoices',
	label: __( 'View invoices', 'counterfoil' ),
	isEligible: () => true,
	run: ( [ client ] ) => {
		if ( client ) {
			navigate( `/clients/${ client.id }/invoices` );
		}
	},
};
