import { ToggleControl } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { boot } from '../../shared/boot';
import { Problem } from '../../shared/problem';
import { useCommand, useRead } from '../../shared/store';
import { toast } from '../../shared/toasts';

/** Whether one client is reminded of unpaid invoices; nothing while the agency sends no reminders at all. */
export function ClientReminders( { clientId }: { readonly clientId: number } ) {
	const settings = useRead( 'reminders.get', {} );
	const own = useRead( 'reminders.of-client', { params: { id: clientId } } );
	const change = useCommand( 'reminders.change' );
	if ( ! settings.data?.is_on || ! own.data ) {
		return null;
	}
	const turn = async ( isOn: boolean ) => {
		if ( await change.run( { params: { id: clientId }, body: { is_on: isOn } } ) ) {
			toast(
				isOn
					? __( 'Payment reminders turned on for this client.', 'counterfoil' )
					: __( 'Payment reminders turned off for this client.', 'counterfoil' )
			);
		}
	};
	return (
		<section className="counterfoil-panel" aria-labelledby="counterfoil-client-reminders">
			<h2 id="counterfoil-client-reminders">{ __( 'Payment reminders', 'counterfoil' ) }</h2>
			<Problem error={ change.error } onDismiss={ change.clearError } />
			<ToggleControl
				__nextHasNoMarginBottom
				label={ __( 'Send payment reminders to this client', 'counterfoil' ) }
				checked={ own.data.is_on }
				disabled={ ! boot().can.manageClients || change.isBusy }
				onChange={ ( isOn ) => void turn( isOn ) }
			/>
		</section>
	);
}
