import { __ } from '@wordpress/i18n';
import { BillClient } from '../../domain/invoices/bill-client';
import { StartSubscription } from '../../domain/subscriptions/start-subscription';
import { SubscriptionTable } from '../../domain/subscriptions/subscription-table';
import { EmptyState } from '../../shared/empty-state';
import { Page } from '../../shared/page';
import { Sections } from './sections';

/** What clients pay again and again, newest first. */
export default function SubscriptionList() {
	return (
		<Page
			title={ __( 'Subscriptions', 'counterfoil' ) }
			actions={
				<>
					<StartSubscription />
					<BillClient variant="secondary" />
				</>
			}
		>
			<Sections current="subscriptions" />
			<SubscriptionTable
				name="subscriptions"
				searchLabel={ __( 'Search clients', 'counterfoil' ) }
				empty={
					<EmptyState
						title={ __( 'No subscriptions yet', 'counterfoil' ) }
						text={ __(
							'Start one here, or bill a client for a recurring plan: the subscription starts when the invoice is paid. Both renew automatically.',
							'counterfoil'
						) }
						action={ <StartSubscription variant="secondary" /> }
					/>
				}
			/>
		</Page>
	);
}
