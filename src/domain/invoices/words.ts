import { __ } from '@wordpress/i18n';

export const noLines = () => __( 'This invoice has no lines yet. Add a line.', 'counterfoil' );

export const nobody = () =>
	__( 'This client has no email address. Add a billing email or a contact to send the invoice.', 'counterfoil' );
