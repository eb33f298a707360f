import type { ClientRow } from '../../contract/clients';

/** How many subscriptions count, in any currency. */
export const countActive = ( recurring: ClientRow[ 'recurring' ] ): number =>
	recurring.reduce( ( count, { subscriptions } ) => count + subscriptions, 0 );
