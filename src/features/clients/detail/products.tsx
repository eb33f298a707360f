import { __ } from '@wordpress/i18n';
import { ClientMethods } from '../../../domain/payments/client-methods';
import { BillingDay } from '../../../domain/subscriptions/billing-day';
import { ClientForecast } from '../../../domain/subscriptions/forecast/client-forecast';
import { StartSubscription } from '../../../domain/subscriptions/start-subscription';
import { SubscriptionTable } from '../../../domain/subscriptions/subscription-table';
import { EmptyState } from '../../../shared/empty-state';
import './products.scss';
import { Purchases } from './purchases';

/** What a client pays again and again, and what it bought once. */
export default function ClientProducts( { clientId }: { readonly clientId: number } ) {
	return (
		<>
			<SubscriptionTable
				name="client-subscriptions"
				clientId={ clientId }
				more={ {
					id: 'one-time',
					label: __( 'One-time', 'counterfoil' ),
					content: <Purchases clientId={ clientId } />,
				} }
				empty={
					<EmptyState
						title={ __( 'No subscriptions', 'counterfoil' ) }
						text={ __(
							'Start one here, or bill this client for a recurring plan: the subscription starts when the invoice is paid.',
							'counterfoil'
						) }
						action={ <StartSubscription clientId={ clientId } variant="secondary" /> }
					/>
				}
			/>
			<div className="counterfoil-client-products__more">
				<ClientMethods clientId={ clientId } />
				<BillingDay clientId={ clientId } />
				<ClientForecast clientId={ clientId } />
			</div>
		</>
	);
}
