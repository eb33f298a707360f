import { stand } from '../stand';

interface Entry {
	readonly kind: string;
	readonly amount: number;
	readonly currency: string;
	/** Its id, where money went back. */
	readonly refund: string | null;
}

interface Ledger {
	readonly entries: readonly Entry[];
	readonly totals: Readonly<
		Record< string, { charged: number; refunded: number; charges: number; refunds: number } >
	>;
}

/** Test cards: what each does is in tests/stripe/cards.ts. */
export const CARDS = {
	good: '4242424242424242',
	declined: '4000000000000002',
	noFunds: '4000000000009995',
	/** Can be saved; each charge is declined. */
	savedOnly: '4000000000000341',
	asks: '4000002760003184',
	slow: '4000000000007007',
} as const;

/** A SEPA debit that settles after 5 days and comes back 3 weeks later (tests/stripe/banks.ts). */
export const RETURNED_IBAN = 'AT591904300235473203';

/** The fake's control routes (tests/stripe/BEHAVIOUR.md). */
export class Stripe {
	private readonly url = stand().stripe?.url ?? '';

	/** What was charged for an invoice, as the account's owner would see it. */
	async ledger( invoice: number ): Promise< Ledger > {
		return ( await this.control( 'GET', `ledger?metadata[counterfoil_invoice]=${ invoice }` ) ) as Ledger;
	}

	/** Nothing arrives until it is delivered again. */
	async blockWebhooks(): Promise< void > {
		await this.control( 'POST', 'webhooks', { mode: 'block' } );
	}

	/** Everything that waited is sent now. */
	async deliverWebhooks(): Promise< void > {
		await this.control( 'POST', 'webhooks', { mode: 'deliver' } );
		await this.control( 'POST', 'webhooks/flush' );
	}

	/** 3-D Secure in a dialog over the page, or at a page of its own. */
	async askBy( mode: 'dialog' | 'redirect' ): Promise< void > {
		await this.control( 'POST', 'authentication', { mode } );
	}

	/** As if the good card had been typed in. */
	async pay( intent: string ): Promise< void > {
		await this.control( 'POST', 'pay', { payment_intent: intent, card: CARDS.good } );
	}

	/** It takes questions and does not answer, until it is calm again. */
	async hang(): Promise< void > {
		await this.control( 'POST', 'faults', { kind: 'timeout', match: { path: '/v1/*' }, times: 100 } );
	}

	async settle( intent: string, outcome: 'succeeded' | 'failed' ): Promise< void > {
		await this.control( 'POST', `payment_intents/${ intent }/advance`, { outcome } );
	}

	/** What the account offers beside cards; '' for nothing. */
	async offer( types: string ): Promise< void > {
		await this.control( 'POST', 'methods', { on: types } );
	}

	/** The payer's bank disputes a payment, and withdraws the money. */
	async dispute( intent: string ): Promise< string > {
		const made = ( await this.control( 'POST', 'dispute', { payment_intent: intent } ) ) as { id: string };
		return made.id;
	}

	async decide( dispute: string, outcome: 'won' | 'lost' ): Promise< void > {
		await this.control( 'POST', `disputes/${ dispute }/advance`, { outcome } );
	}

	/** The bank sends back what was refunded last for an invoice. */
	async returnRefund( invoice: number ): Promise< void > {
		const { entries } = await this.ledger( invoice );
		const refund = entries.findLast( ( { kind } ) => kind === 'refund' )?.refund;
		await this.control( 'POST', `refunds/${ refund }/advance`, { outcome: 'failed' } );
	}

	async calm(): Promise< void > {
		await this.control( 'DELETE', 'faults' );
		await this.askBy( 'dialog' );
		await this.deliverWebhooks();
	}

	private async control( method: string, path: string, body?: object ): Promise< unknown > {
		const answer = await fetch( `${ this.url }/_control/${ path }`, {
			method,
			...( body ? { body: JSON.stringify( body ), headers: { 'Content-Type': 'application/json' } } : {} ),
		} );
		if ( ! answer.ok ) {
			throw new Error( `${ method } ${ path }: ${ await answer.text() }` );
		}
		return answer.json();
	}
}
