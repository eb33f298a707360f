import { __ } from '@wordpress/i18n';

export const noLines = () => __( 'There is nothing on this invoice yet. Add a line.', 'counterfoil' );

export const nobody = () =>
	__( 'This client has no e-mail address. Add one, or a contact, so that the invoice can be sent.', 'counterfoil' );
