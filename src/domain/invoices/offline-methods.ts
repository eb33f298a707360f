import { __ } from '@wordpress/i18n';

/** How money comes past a gateway. */
export const methods = [ 'bank_transfer', 'cash', 'cheque', 'other' ] as const;

export const methodNames: Record< ( typeof methods )[ number ], () => string > = {
	bank_transfer: () => __( 'Bank transfer', 'counterfoil' ),
	cash: () => __( 'Cash', 'counterfoil' ),
	cheque: () => __( 'Check', 'counterfoil' ),
	other: () => __( 'Other', 'counterfoil' ),
};
