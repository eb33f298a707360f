import { __, sprintf } from '@wordpress/i18n';
import type { Client } from '../../../contract/clients';

/** Where the invoice will go, or what is unusual about it. */
export function clientHelp( id: number | null, client: Client | undefined, currency: string ): string | undefined {
	if ( id === null || client?.id !== id ) {
		return undefined;
	}
	if ( client.currency !== currency ) {
		return sprintf(
			/* translators: 1: name of a client, 2: currency code, 3: currency code of this invoice */
			__( '%1$s is usually billed in %2$s; this invoice is in %3$s.', 'counterfoil' ),
			client.name,
			client.currency,
			currency
		);
	}
	const [ contact ] = client.contacts;
	return contact ? `${ contact.name } · ${ contact.email }` : client.email;
}
