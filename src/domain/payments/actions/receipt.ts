import { __ } from '@wordpress/i18n';
import type { Payment } from '../../../contract/payments';
import type { ItemAction } from '../../../shared/actions/action';
import { pathOf } from '../../../shared/api';
import { save } from '../../../shared/download';
import { fetchFile } from '../../../shared/fetch-file';

const download = async ( name: string, path: string ) => save( name, await fetchFile( path ) );

const number = ( prefix: string, id: number ) => `${ prefix }-${ String( id ).padStart( 4, '0' ) }`;

/** The receipt that the client got by email. */
export const receipt: ItemAction< Payment > = {
	id: 'receipt',
	label: __( 'Download receipt', 'counterfoil' ),
	isEligible: ( { state, amount } ) => state === 'succeeded' && amount.amount > 0,
	run: async ( [ payment ] ) => {
		if ( payment ) {
			const { id } = payment;
			await download( `receipt-${ number( 'R', id ) }.pdf`, pathOf( 'payments.receipt', { params: { id } } ) );
		}
		return undefined;
	},
};

/** The confirmation of each refund of it. */
export const refundReceipt: ItemAction< Payment > = {
	id: 'refund-receipt',
	label: ( [ payment ] ) =>
		( payment?.refund_ids.length ?? 0 ) > 1
			? __( 'Download refund confirmations', 'counterfoil' )
			: __( 'Download refund confirmation', 'counterfoil' ),
	isEligible: ( { refund_ids: ids } ) => ids.length > 0,
	run: async ( [ payment ] ) => {
		for ( const id of payment?.refund_ids ?? [] ) {
			await download( `refund-${ number( 'RF', id ) }.pdf`, pathOf( 'refunds.receipt', { params: { id } } ) );
		}
		return undefined;
	},
};
