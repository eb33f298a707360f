import { Button, Notice } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import type { Client } from '../../../contract/clients';
import { boot } from '../../../shared/boot';
import { dayOf, formatDay } from '../../../shared/dates';
import { Problem } from '../../../shared/problem';
import { useCommand } from '../../../shared/store';
import { toast } from '../../../shared/toasts';

/** That none of the client's people can use the portal, why, and how that ends. */
export function Suspended( { client }: { readonly client: Client } ) {
	const restore = useCommand( 'clients.restore' );
	if ( client.suspended_at === null ) {
		return null;
	}
	const run = async () => {
		if ( await restore.run( { params: { id: client.id } } ) ) {
			toast( __( 'Portal access restored. We’ll email the client.', 'counterfoil' ) );
		}
	};
	return (
		<>
			<Notice status="error" isDismissible={ false } className="counterfoil-problem">
				<strong>
					{ sprintf(
						/* translators: %s: date */
						__( 'Portal access suspended on %s', 'counterfoil' ),
						formatDay( dayOf( client.suspended_at ) )
					) }
				</strong>
				{ ' · ' }
				{ __(
					'An invoice of a subscription stays unpaid. Access is restored automatically when everything overdue for their subscriptions is paid.',
					'counterfoil'
				) }{ ' ' }
				{ boot().can.manageClients && (
					<Button variant="link" disabled={ restore.isBusy } onClick={ () => void run() }>
						{ __( 'Restore access now', 'counterfoil' ) }
					</Button>
				) }
			</Notice>
			<Problem error={ restore.error } onDismiss={ restore.clearError } />
		</>
	);
}
