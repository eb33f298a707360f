import { __ } from '@wordpress/i18n';
import { ClientSwitch } from '../../shared/client-switch';

/** Whether one client is reminded of unpaid invoices. */
export function ClientReminders( { clientId }: { readonly clientId: number } ) {
	return (
		<ClientSwitch
			clientId={ clientId }
			noun="reminders"
			words={ {
				title: __( 'Payment reminders', 'counterfoil' ),
				label: __( 'Send payment reminders to this client', 'counterfoil' ),
				turnedOn: __( 'Payment reminders turned on for this client.', 'counterfoil' ),
				turnedOff: __( 'Payment reminders turned off for this client.', 'counterfoil' ),
			} }
		/>
	);
}
