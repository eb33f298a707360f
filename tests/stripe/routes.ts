import type { Caller } from './keys';
import type { Network } from './network';
import type { Stored } from './objects';
import type { Params } from './params';
import type { Json } from './present';
import { account } from './resources/account';
import { balance_transactions } from './resources/balance-transactions';
import { charges } from './resources/charges';
import { customers } from './resources/customers';
import { disputes } from './resources/disputes';
import { events } from './resources/events';
import { mandates } from './resources/mandates';
import { method_configurations } from './resources/method-configurations';
import { payment_intents } from './resources/payment-intents';
import { payment_methods } from './resources/payment-methods';
import { refunds } from './resources/refunds';
import { setup_intents } from './resources/setup-intents';
import { webhook_endpoints } from './resources/webhook-endpoints';

export interface Call {
	net: Network;
	caller: Caller;
	params: Params;
	/** What stands for `:id` in the path. */
	id: string;
}

export interface Route {
	method: 'GET' | 'POST' | 'DELETE';
	path: string;
	/** Open to publishable keys; the endpoint then asks for the client secret. */
	publishable?: true;
	run: ( call: Call ) => Stored | Json;
}

export const ROUTES: readonly Route[] = [
	...account,
	...customers,
	...payment_intents,
	...setup_intents,
	...payment_methods,
	...charges,
	...disputes,
	...mandates,
	...method_configurations,
	...refunds,
	...balance_transactions,
	...events,
	...webhook_endpoints,
];

/** `search` is not an id: its routes stand before those with `:id`. */
export function match( method: string, path: string ): { route: Route; id: string } | null {
	for ( const route of ROUTES ) {
		const id = match_path( route.path, path );
		if ( route.method === method && id !== null ) {
			return { route, id };
		}
	}
	return null;
}

function match_path( pattern: string, path: string ): string | null {
	const wanted = pattern.split( '/' );
	const parts = path.split( '/' );
	let id = '';
	const same =
		wanted.length === parts.length &&
		wanted.every( ( part, index ) => {
			if ( part === ':id' ) {
				id = decodeURIComponent( parts[ index ] ?? '' );
				return id !== '';
			}
			return part === parts[ index ];
		} );
	return same ? id : null;
}
