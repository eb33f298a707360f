import { __ } from '@wordpress/i18n';
import type { DocumentKind } from '../../contract/documents';

/** Several documents of a kind, as headings and tables call them. */
export const kindLabels: Record< DocumentKind, () => string > = {
	invoice: () => __( 'Invoices', 'counterfoil' ),
	pro_forma: () => __( 'Pro forma invoices', 'counterfoil' ),
	credit_note: () => __( 'Credit notes', 'counterfoil' ),
	receipt: () => __( 'Receipts', 'counterfoil' ),
	refund: () => __( 'Refund confirmations', 'counterfoil' ),
};
