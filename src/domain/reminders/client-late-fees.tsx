import { ToggleControl } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { boot } from '../../shared/boot';
import { Problem } from '../../shared/problem';
import { useCommand, useRead } from '../../shared/store';
import { toast } from '../../shared/toasts';

/** Whether late fees are suggested for one client's invoices; nothing while the agency asks for none at all. */
export function ClientLateFees( { clientId }: { readonly clientId: number } ) {
	const settings = useRead( 'late-fees.get', {} );
	const own = useRead( 'late-fees.of-client', { params: { id: clientId } } );
	const change = useCommand( 'late-fees.change' );
	if ( ! settings.data?.is_on || ! own.data ) {
		return null;
	}
	const turn = async ( isOn: boolean ) => {
		if ( await change.run( { params: { id: clientId }, body: { is_on: isOn } } ) ) {
			toast(
				isOn
					? __( 'Late fees turned on for this client.', 'counterfoil' )
					: __( 'Late fees turned off for this client.', 'counterfoil' )
			);
		}
	};
	return (
		<section className="counterfoil-panel" aria-labelledby="counterfoil-client-late-fees">
			<h2 id="counterfoil-client-late-fees">{ __( 'Late fees', 'counterfoil' ) }</h2>
			<Problem error={ change.error } onDismiss={ change.clearError } />
			<ToggleControl
				__nextHasNoMarginBottom
				label={ __( 'Suggest late fees for this client', 'counterfoil' ) }
				checked={ own.data.is_on }
				disabled={ ! boot().can.manageClients || change.isBusy }
				onChange={ ( isOn ) => void turn( isOn ) }
			/>
		</section>
	);
}
