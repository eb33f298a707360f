import { __ } from '@wordpress/i18n';
import { ClientSwitch } from '../../shared/client-switch';

/** Whether one client's emails open invoices without a login. */
export function ClientPayLinks( { clientId }: { readonly clientId: number } ) {
	return (
		<ClientSwitch
			clientId={ clientId }
			noun="pay-links"
			words={ {
				title: __( 'Payment links', 'counterfoil' ),
				label: __( 'Let this client view and pay invoices without logging in', 'counterfoil' ),
				help: __( 'The button in each email opens its invoice.', 'counterfoil' ),
				turnedOn: __( 'Payment links turned on for this client.', 'counterfoil' ),
				turnedOff: __( 'Payment links turned off for this client.', 'counterfoil' ),
			} }
		/>
	);
}
