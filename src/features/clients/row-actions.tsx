import type { Action } from '@wordpress/dataviews/wp';
import { __ } from '@wordpress/i18n';
import type { ClientRow } from '../../contract/clients';
import { boot } from '../../shared/boot';
import { navigate } from '../../shared/location';

/** What can be done with a client from the list. */
export function rowActions(): Array< Action< ClientRow > > {
	return [
		{
			id: 'bill',
			label: __( 'Bill client', 'counterfoil' ),
			isEligible: () => boot().can.bill,
			callback: ( [ client ] ) => client && navigate( `/invoices/new?client=${ client.id }` ),
		},
		{
			id: 'view',
			label: __( 'View', 'counterfoil' ),
			callback: ( [ client ] ) => client && navigate( `/clients/${ client.id }` ),
		},
		{
			id: 'invoices',
			label: __( 'View invoices', 'counterfoil' ),
			callback: ( [ client ] ) => client && navigate( `/clients/${ client.id }/invoices` ),
		},
	];
}
