import type { Movement } from './objects';
import type { World } from './world';

/** A movement of money at the fake: what the books of the plugin are compared with. */
export interface Entry {
	id: string;
	/** Unix seconds. */
	at: number;
	account: string;
	livemode: boolean;
	kind: Movement;
	/** Minor units; negative when money went back. */
	amount: number;
	fee: number;
	currency: string;
	payment_intent: string;
	charge: string;
	refund: string | null;
	customer: string | null;
	metadata: Record< string, string >;
}

export interface Ledger {
	entries: Entry[];
	/** Sums by currency, lower case. */
	totals: Record< string, { charged: number; refunded: number; net: number; charges: number; refunds: number } >;
}

export interface LedgerFilter {
	account?: string | null;
	payment_intent?: string | null;
	customer?: string | null;
	/** `metadata[key]` must have this value. */
	metadata?: Record< string, string >;
}

/** Oldest first. */
export function ledger( world: World, filter: LedgerFilter = {} ): Ledger {
	const entries = world
		.all( 'balance_transactions' )
		.reverse()
		.map( ( one ): Entry => {
			const refund = one.source.startsWith( 're_' ) ? world.anywhere( 'refunds', one.source ) : null;
			const dispute = one.source.startsWith( 'du_' ) ? world.anywhere( 'disputes', one.source ) : null;
			const charge = world.anywhere( 'charges', refund?.charge ?? dispute?.charge ?? one.source );
			return {
				id: one.id,
				at: one.created,
				account: one._tenant.split( ':' )[ 0 ] ?? '',
				livemode: one.livemode,
				kind: one.reporting_category,
				amount: one.amount,
				fee: one.fee,
				currency: one.currency,
				payment_intent: charge.payment_intent,
				charge: charge.id,
				refund: refund?.id ?? null,
				customer: charge.customer,
				metadata: charge.metadata,
			};
		} )
		.filter(
			( entry ) =>
				same( filter.account, entry.account ) &&
				same( filter.payment_intent, entry.payment_intent ) &&
				same( filter.customer, entry.customer ) &&
				Object.entries( filter.metadata ?? {} ).every( ( [ key, value ] ) => entry.metadata[ key ] === value )
		);
	return { entries, totals: totals( entries ) };
}

function same( wanted: string | null | undefined, value: string | null ): boolean {
	return wanted === undefined || wanted === null || wanted === value;
}

function totals( entries: readonly Entry[] ): Ledger[ 'totals' ] {
	const sums: Ledger[ 'totals' ] = {};
	for ( const { currency, kind, amount } of entries ) {
		const sum = ( sums[ currency ] ??= { charged: 0, refunded: 0, net: 0, charges: 0, refunds: 0 } );
		sum.net += amount;
		if ( kind === 'charge' ) {
			sum.charged += amount;
			sum.charges += 1;
		} else if ( kind === 'refund' || kind === 'refund_failure' ) {
			sum.refunded -= amount;
			sum.refunds += kind === 'refund' ? 1 : -1;
		}
	}
	return sums;
}
