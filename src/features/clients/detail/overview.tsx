import type { Client } from '../../../contract/clients';
import { ClientPayLinks } from '../../../domain/payments/client-pay-links';
import { ClientLateFees } from '../../../domain/reminders/client-late-fees';
import { ClientReminders } from '../../../domain/reminders/client-reminders';
import { Contacts } from './contacts';
import { Details } from './details';
import { Figures } from './figures';
import { PortalAddress } from './portal-address';
import { Recipients } from './recipients';

/** What a client owes, who its people are, and what stands on its invoices. */
export function Overview( { client }: { readonly client: Client } ) {
	return (
		<>
			<Figures client={ client } />
			<div className="counterfoil-client">
				<div>
					<Contacts client={ client } />
					<Recipients clientId={ client.id } />
					<PortalAddress portalId={ client.portal_id } />
					<ClientPayLinks clientId={ client.id } />
					<ClientReminders clientId={ client.id } />
					<ClientLateFees clientId={ client.id } />
				</div>
				<Details client={ client } />
			</div>
		</>
	);
}
