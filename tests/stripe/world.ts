import { randomBytes } from 'node:crypto';
import type { BankType } from './banks';
import type { Caller } from './keys';
import { missing } from './errors';
import type { CollectionName, Collections, Stored } from './objects';
import type { Delivery } from './webhooks';
import type { KeptAnswer } from './idempotency';

/** Everything the fake remembers; plain JSON, so that it can be written to a file. */
export interface State {
	sequence: number;
	/** Seconds the fake's clock is ahead of the machine's. */
	offset: number;
	collections: { [ Name in CollectionName ]: Record< string, Collections[ Name ] > };
	answers: Record< string, KeptAnswer >;
	deliveries: Delivery[];
	/** Ways of paying beside cards that accounts offer. */
	methods?: BankType[];
}

export function empty_state(): State {
	return {
		sequence: 0,
		offset: 0,
		collections: {
			customers: {},
			payment_methods: {},
			payment_intents: {},
			setup_intents: {},
			charges: {},
			disputes: {},
			mandates: {},
			refunds: {},
			balance_transactions: {},
			events: {},
			webhook_endpoints: {},
		},
		answers: {},
		deliveries: [],
	};
}

type Made< Name extends CollectionName > = Omit<
	Collections[ Name ],
	'created' | 'livemode' | '_tenant' | '_sequence'
>;

const NOUNS: Record< CollectionName, string > = {
	customers: 'customer',
	payment_methods: 'PaymentMethod',
	payment_intents: 'payment_intent',
	setup_intents: 'setupintent',
	charges: 'charge',
	disputes: 'dispute',
	mandates: 'mandate',
	refunds: 'refund',
	balance_transactions: 'balance_transaction',
	events: 'event',
	webhook_endpoints: 'webhook endpoint',
};

/** The state and its clock. Nothing else holds state that outlives a request. */
export class World {
	/** A moment that stands in for now while history is seeded. */
	private frozen: number | null = null;

	constructor(
		public state: State = empty_state(),
		private readonly changed: () => void = () => undefined
	) {}

	/** Unix seconds. */
	now(): number {
		return this.frozen ?? Math.floor( Date.now() / 1000 ) + this.state.offset;
	}

	/** Does something as if it were then; undefined means now. */
	at< T >( moment: number | undefined, act: () => T ): T {
		const before = this.frozen;
		this.frozen = moment ?? before;
		try {
			return act();
		} finally {
			this.frozen = before;
		}
	}

	id( prefix: string, length = 24 ): string {
		return `${ prefix }_${ random( length ) }`;
	}

	insert< Name extends CollectionName >( name: Name, caller: Caller, made: Made< Name > ): Collections[ Name ] {
		this.state.sequence += 1;
		const stored = {
			...made,
			created: this.now(),
			livemode: caller.livemode,
			_tenant: caller.tenant,
			_sequence: this.state.sequence,
		} as unknown as Collections[ Name ];
		const kept: Record< string, Collections[ Name ] > = this.state.collections[ name ];
		kept[ stored.id ] = stored;
		this.changed();
		return stored;
	}

	/** Undefined also for what belongs to another account or mode. */
	peek< Name extends CollectionName >( name: Name, id: string, caller: Caller ): Collections[ Name ] | undefined {
		const found = this.state.collections[ name ][ id ];
		return found && found._tenant === caller.tenant ? found : undefined;
	}

	/** The object, or Stripe's `resource_missing`. */
	find< Name extends CollectionName >(
		name: Name,
		id: string,
		caller: Caller,
		param = 'id',
		where: 'path' | 'parameter' = 'path'
	): Collections[ Name ] {
		const found = this.peek( name, id, caller );
		if ( ! found ) {
			throw missing( NOUNS[ name ], id, param, where );
		}
		return found;
	}

	/** For the control API, which knows no keys. */
	anywhere< Name extends CollectionName >( name: Name, id: string ): Collections[ Name ] {
		const found = this.state.collections[ name ][ id ];
		if ( ! found ) {
			throw missing( NOUNS[ name ], id, 'id' );
		}
		return found;
	}

	/** Newest first, as Stripe's lists are. */
	all< Name extends CollectionName >( name: Name, tenant?: string ): Collections[ Name ][] {
		const every: Collections[ Name ][] = Object.values( this.state.collections[ name ] );
		return every.filter( ( one ) => tenant === undefined || one._tenant === tenant ).sort( newest_first );
	}

	remove( name: CollectionName, id: string ): void {
		delete this.state.collections[ name ][ id ];
		this.changed();
	}

	/** Takes back what a request made that turned out never to have been valid. */
	forget_after( sequence: number ): void {
		for ( const kept of Object.values( this.state.collections ) ) {
			for ( const one of Object.values( kept ) ) {
				if ( one._sequence > sequence ) {
					delete kept[ one.id ];
				}
			}
		}
	}

	/** To be called after an object was changed in place. */
	touch(): void {
		this.changed();
	}
}

function newest_first( a: Stored, b: Stored ): number {
	return b.created - a.created || b._sequence - a._sequence;
}

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

export function random( length: number ): string {
	return [ ...randomBytes( length ) ].map( ( byte ) => ALPHABET[ byte % 62 ] ).join( '' );
}
