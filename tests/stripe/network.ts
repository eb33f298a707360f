import type { Caller } from './keys';
import type { StripeEvent, Stored } from './objects';
import { present, type Json } from './present';
import { API_VERSION } from './version';
import type { Webhooks } from './webhooks';
import type { World } from './world';

/** The request that is being executed, as its events name it. */
export interface Cause {
	id: string | null;
	idempotency_key: string | null;
}

const NO_CAUSE: Cause = { id: null, idempotency_key: null };

/** What every endpoint needs: the state, the way to tell others, and where pages of the fake are. */
export class Network {
	private cause: Cause = NO_CAUSE;

	/** Set once the server listens. */
	origin = '';

	/** How Stripe.js is asked to authenticate: in a dialog on the page, or by leaving it. */
	authentication: 'dialog' | 'redirect' = 'dialog';

	constructor(
		readonly world: World,
		private readonly webhooks: Webhooks
	) {}

	/** Every event that comes of `act` names this request. */
	because_of< T >( cause: Cause, act: () => T ): T {
		const before = this.cause;
		this.cause = cause;
		try {
			return act();
		} finally {
			this.cause = before;
		}
	}

	/**
	 * Records an event and hands it to the webhooks.
	 *
	 * @param previous Old values of what changed, for `*.updated` and `charge.refunded`.
	 * @see https://docs.stripe.com/api/events/object
	 */
	emit( caller: Caller, type: string, object: Stored, previous?: Json ): StripeEvent {
		this.world.touch();
		const event = this.world.insert( 'events', caller, {
			id: this.world.id( 'evt' ),
			object: 'event',
			api_version: API_VERSION,
			data: {
				object: present( object ),
				...( previous ? { previous_attributes: previous } : {} ),
			},
			pending_webhooks: 0,
			request: { ...this.cause },
			type,
		} );
		event.pending_webhooks = this.webhooks.publish( event );
		return event;
	}
}
