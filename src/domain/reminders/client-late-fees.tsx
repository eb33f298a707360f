import { __ } from '@wordpress/i18n';
import { ClientSwitch } from '../../shared/client-switch';

/** Whether late fees are suggested for one client's invoices. */
export function ClientLateFees( { clientId }: { readonly clientId: number } ) {
	return (
		<ClientSwitch
			clientId={ clientId }
			noun="late-fees"
			words={ {
				title: __( 'Late fees', 'counterfoil' ),
				label: __( 'Suggest late fees for this client', 'counterfoil' ),
				turnedOn: __( 'Late fees turned on for this client.', 'counterfoil' ),
				turnedOff: __( 'Late fees turned off for this client.', 'counterfoil' ),
			} }
		/>
	);
}
