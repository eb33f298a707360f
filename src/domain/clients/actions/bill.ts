import { __ } from '@wordpress/i18n';
import type { ClientRow } from '../../../contract/clients';
import type { ItemAction } from '../../../shared/actions/action';
import { boot } from '../../../shared/boot';
import { navigate } from '../../../shared/location';

export const bill: ItemAction< Pick< ClientRow, 'id' > > = {
	id: 'bill',
	label: __( 'Bill client', 'counterfoil' ),
	isEligible: () => boot().can.bill,
	run: ( [ client ] ) => {
		if ( client ) {
			navigate( `/invoices/new?client=${ client.id }` );
		}
	},
};
