import type { Delivery, Mode } from './deliveries';
import type { StripeEvent, WebhookEndpoint } from './objects';
import { present } from './present';
import { signature } from './signature';
import type { World } from './world';

export type { Delivery, Mode } from './deliveries';

export interface WebhookOptions {
	url?: string | undefined;
	secret?: string | undefined;
	/** First wait before an attempt is repeated; doubles each time. */
	backoffMs?: number | undefined;
}

const MOST_ATTEMPTS = 10;
const MOST_WAIT_MS = 60_000;
const MOST_KEPT = 2000;
const ANSWER_WITHIN_MS = 30_000;

/**
 * Delivers events: at least once, in no promised order, again with growing waits until the answer is 2xx.
 *
 * @see https://docs.stripe.com/webhooks#event-delivery-behaviors
 */
export class Webhooks {
	private mode: Mode = { mode: 'deliver', copies: 2, delayMs: 300 };
	private timer: NodeJS.Timeout | null = null;
	private closed = false;

	/** `publish` does nothing while this is set: seeded history is not news. */
	quiet = false;

	constructor(
		private readonly world: () => World,
		private readonly options: WebhookOptions = {}
	) {}

	/** Queues the event for every endpoint that wants it and says how many those are. */
	publish( event: StripeEvent ): number {
		if ( this.quiet ) {
			return 0;
		}
		const targets = this.targets( event );
		const copies = this.mode.mode === 'duplicate' ? this.mode.copies : 1;
		for ( const target of targets ) {
			for ( let copy = 0; copy < copies; copy++ ) {
				this.queue( event, target.url, target.secret );
			}
		}
		this.schedule();
		return targets.length;
	}

	/** Sends an event once more, now, `copies` times in parallel; resolves with the answers' statuses. */
	async resend( event: StripeEvent, copies: number ): Promise< number[] > {
		const made = this.targets( event ).flatMap( ( target ) =>
			Array.from( { length: copies }, () => this.queue( event, target.url, target.secret ) )
		);
		await Promise.all( made.map( ( delivery ) => this.send( delivery ) ) );
		return made.map( ( delivery ) => delivery.status ?? 0 );
	}

	set( mode: Mode ): void {
		this.mode = mode;
		if ( mode.mode === 'deliver' ) {
			const now = Date.now();
			for ( const delivery of this.waiting() ) {
				delivery.due = Math.min( delivery.due, now );
			}
		}
		this.schedule();
	}

	get(): Mode {
		return this.mode;
	}

	list(): Delivery[] {
		return this.world().state.deliveries;
	}

	/** Sends everything that waits, whatever the mode; in `reorder` the newest first. */
	async flush(): Promise< Delivery[] > {
		const waiting = this.waiting();
		if ( this.mode.mode === 'reorder' ) {
			waiting.reverse();
		}
		for ( const delivery of waiting ) {
			await this.send( delivery );
		}
		return waiting;
	}

	/** After a restart: what was being sent is sent again, as Stripe would. */
	resume(): void {
		for ( const delivery of this.list() ) {
			if ( delivery.state === 'sending' ) {
				delivery.state = 'waiting';
			}
		}
		this.schedule();
	}

	close(): void {
		this.closed = true;
		if ( this.timer ) {
			clearTimeout( this.timer );
		}
	}

	/** The body and the header of an event, for tests that deliver it themselves. */
	signed( event: StripeEvent, secret: string ): { body: string; signature: string } {
		const body = JSON.stringify( present( event ), null, 2 );
		return { body, signature: signature( secret, body, this.world().now() ) };
	}

	private targets( event: StripeEvent ): Pick< WebhookEndpoint, 'url' | 'secret' >[] {
		const registered = this.world()
			.all( 'webhook_endpoints', event._tenant )
			.filter( ( one ) => one.status === 'enabled' )
			.filter( ( one ) => one.enabled_events.some( ( name ) => name === '*' || name === event.type ) );
		const { url, secret } = this.options;
		return url && secret ? [ { url, secret }, ...registered ] : registered;
	}

	private queue( event: StripeEvent, url: string, secret: string ): Delivery {
		const holds = this.mode.mode === 'delay' || this.mode.mode === 'reorder';
		const delivery: Delivery = {
			id: this.world().id( 'dlv', 12 ),
			event: event.id,
			type: event.type,
			url,
			secret,
			attempts: 0,
			due: Date.now() + ( holds ? this.mode.delayMs : 0 ),
			state: 'waiting',
			status: null,
		};
		const all = this.list();
		all.push( delivery );
		if ( all.length > MOST_KEPT ) {
			this.world().state.deliveries = all
				.filter( ( one ) => one.state === 'waiting' )
				.concat( all.filter( ( one ) => one.state !== 'waiting' ).slice( -MOST_KEPT / 2 ) );
		}
		return delivery;
	}

	private waiting(): Delivery[] {
		return this.list().filter( ( one ) => one.state === 'waiting' );
	}

	private schedule(): void {
		if ( this.closed || this.mode.mode === 'block' ) {
			return;
		}
		if ( this.timer ) {
			clearTimeout( this.timer );
			this.timer = null;
		}
		const next = Math.min( ...this.waiting().map( ( one ) => one.due ) );
		if ( next !== Infinity ) {
			this.timer = setTimeout( () => this.tick(), Math.max( 0, next - Date.now() ) );
		}
	}

	/** Whatever comes of it, the timer is set again while something waits: it may also fire a hair too early. */
	private tick(): void {
		this.timer = null;
		if ( this.mode.mode === 'block' ) {
			return;
		}
		const due = this.waiting().filter( ( one ) => one.due <= Date.now() );
		for ( const one of due ) {
			one.state = 'sending';
		}
		if ( this.mode.mode === 'reorder' ) {
			void this.one_by_one( due.reverse() );
		} else {
			due.forEach( ( one ) => void this.attempt( one ) );
		}
		this.schedule();
	}

	/** In parallel the order would be left to chance. */
	private async one_by_one( taken: Delivery[] ): Promise< void > {
		for ( const one of taken ) {
			await this.attempt( one );
		}
	}

	private async send( delivery: Delivery ): Promise< void > {
		if ( delivery.state === 'waiting' ) {
			delivery.state = 'sending';
			await this.attempt( delivery );
		}
	}

	/** Sends what was taken (`sending`) and notes the answer. */
	private async attempt( delivery: Delivery ): Promise< void > {
		const event = this.world().state.collections.events[ delivery.event ];
		if ( ! event ) {
			delivery.state = 'given up';
			return;
		}
		delivery.attempts += 1;
		delivery.status = await this.post( delivery, event );
		if ( delivery.status >= 200 && delivery.status < 300 ) {
			delivery.state = 'delivered';
			event.pending_webhooks = Math.max( 0, event.pending_webhooks - 1 );
		} else {
			const gaveUp = delivery.attempts >= MOST_ATTEMPTS;
			delivery.state = gaveUp ? 'given up' : 'waiting';
			const wait = ( this.options.backoffMs ?? 1000 ) * 2 ** ( delivery.attempts - 1 );
			delivery.due = Date.now() + Math.min( wait, MOST_WAIT_MS );
		}
		this.world().touch();
		this.schedule();
	}

	private async post( delivery: Delivery, event: StripeEvent ): Promise< number > {
		try {
			const { body, signature: header } = this.signed( event, delivery.secret );
			const answer = await fetch( delivery.url, {
				method: 'POST',
				body,
				headers: {
					'Content-Type': 'application/json; charset=utf-8',
					'Stripe-Signature': header,
					'User-Agent': 'Stripe/1.0 (+https://stripe.com/docs/webhooks)',
				},
				redirect: 'manual',
				signal: AbortSignal.timeout( ANSWER_WITHIN_MS ),
			} );
			await answer.arrayBuffer();
			return answer.status;
		} catch {
			return 0;
		}
	}
}
