import { __, sprintf } from '@wordpress/i18n';
import type { TaxCategory } from '../contract/invoices';

interface Named {
	readonly name: string;
	readonly rate: string;
	readonly category?: TaxCategory | null | undefined;
	readonly reason?: string | undefined;
}

/** "VAT 23%", "Reverse charge", "Exempt (Art. 43)". */
export function taxName( { name, rate, category, reason = '' }: Named ): string {
	switch ( category ) {
		case 'AE':
			return __( 'Reverse charge', 'counterfoil' );
		case 'O':
			return __( 'Not subject to VAT', 'counterfoil' );
		case 'Z':
			return __( 'Zero rate', 'counterfoil' );
		case 'K':
			return __( 'Intra-Community supply', 'counterfoil' );
		case 'G':
			return __( 'Export', 'counterfoil' );
		case 'E':
			return reason
				? sprintf(
						/* translators: %s: why it is exempt, "Art. 43" */
						__( 'Exempt (%s)', 'counterfoil' ),
						reason.length > 30 ? `${ reason.slice( 0, 29 ) }…` : reason
					)
				: __( 'Exempt', 'counterfoil' );
		default:
			return sprintf(
				/* translators: 1: name of a tax ("VAT"), 2: its rate ("23"), the % sign follows */
				__( '%1$s %2$s%%', 'counterfoil' ),
				name,
				rate
			);
	}
}
