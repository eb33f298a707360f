import type { Caller } from './keys';

/** A request as it came in, for tests that ask what was, and was not, sent to Stripe. */
export interface Recorded {
	/** Unix seconds on the fake's clock. */
	at: number;
	method: string;
	path: string;
	query: string;
	/** The body as sent, without card numbers. */
	body: string;
	idempotency_key: string | null;
	stripe_version: string | null;
	user_agent: string | null;
	account: string | null;
	livemode: boolean | null;
	publishable: boolean | null;
	key_last4: string | null;
	request_id: string;
	/** Status of the answer; 0 when the connection was cut or is still open. */
	status: number;
	replayed: boolean;
	fault: string | null;
}

const MOST_KEPT = 5000;

export class Recorder {
	private all: Recorded[] = [];

	begin(
		made: Omit< Recorded, 'account' | 'livemode' | 'publishable' | 'key_last4' | 'status' | 'replayed' | 'fault' >
	): Recorded {
		const recorded: Recorded = {
			...made,
			body: without_cards( made.body ),
			account: null,
			livemode: null,
			publishable: null,
			key_last4: null,
			status: 0,
			replayed: false,
			fault: null,
		};
		this.all.push( recorded );
		if ( this.all.length > MOST_KEPT ) {
			this.all = this.all.slice( -MOST_KEPT / 2 );
		}
		return recorded;
	}

	list(): readonly Recorded[] {
		return this.all;
	}

	clear(): void {
		this.all = [];
	}
}

export function by( recorded: Recorded, caller: Caller ): void {
	recorded.account = caller.account;
	recorded.livemode = caller.livemode;
	recorded.publishable = caller.publishable;
	recorded.key_last4 = caller.last4;
}

function without_cards( body: string ): string {
	return body.replace( /((?:%5B|\[)(?:number|cvc)(?:%5D|\])=)[^&]*/gi, '$1…' );
}
