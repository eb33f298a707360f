import { ToggleControl } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { boot } from '../../shared/boot';
import { Problem } from '../../shared/problem';
import { useCommand, useRead } from '../../shared/store';
import { toast } from '../../shared/toasts';

/** Whether one client's emails open invoices without a login; nothing while no client's do. */
export function ClientPayLinks( { clientId }: { readonly clientId: number } ) {
	const settings = useRead( 'pay-links.get', {} );
	const own = useRead( 'pay-links.of-client', { params: { id: clientId } } );
	const change = useCommand( 'pay-links.change' );
	if ( ! settings.data?.is_on || ! own.data ) {
		return null;
	}
	const turn = async ( isOn: boolean ) => {
		if ( await change.run( { params: { id: clientId }, body: { is_on: isOn } } ) ) {
			toast(
				isOn
					? __( 'Payment links turned on for this client.', 'counterfoil' )
					: __( 'Payment links turned off for this client.', 'counterfoil' )
			);
		}
	};
	return (
		<section className="counterfoil-panel" aria-labelledby="counterfoil-client-pay-links">
			<h2 id="counterfoil-client-pay-links">{ __( 'Payment links', 'counterfoil' ) }</h2>
			<Problem error={ change.error } onDismiss={ change.clearError } />
			<ToggleControl
				__nextHasNoMarginBottom
				label={ __( 'Let this client view and pay invoices without logging in', 'counterfoil' ) }
				help={ __( 'The button in each email opens its invoice.', 'counterfoil' ) }
				checked={ own.data.is_on }
				disabled={ ! boot().can.manageClients || change.isBusy }
				onChange={ ( isOn ) => void turn( isOn ) }
			/>
		</section>
	);
}
