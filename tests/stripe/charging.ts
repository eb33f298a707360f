import { bank_details } from './banks';
import { card_by_alias, type Decline, type TestCard } from './cards';
import { formatted } from './currencies';
import { caller_of_tenant } from './keys';
import type { Network } from './network';
import { mandate_for } from './mandates';
import type { BalanceTransaction, Charge, Movement, PaymentIntent, PaymentMethod } from './objects';

const TWO_DAYS = 2 * 24 * 3600;

/**
 * 2.9 % and 30 minor units, half away from zero, in integers: what Stripe takes in the United
 * States, near enough to compare with.
 *
 * @see https://stripe.com/pricing
 */
export function fee_of( amount: number ): number {
	return Math.floor( ( amount * 29 + 500 ) / 1000 ) + 30;
}

/** Records an attempt to charge; what became of it is said by `decline` and `card.slow`. */
export function create_charge(
	net: Network,
	intent: PaymentIntent,
	method: PaymentMethod,
	card: TestCard,
	decline: Decline | null
): Charge {
	const { world } = net;
	const caller = caller_of_tenant( intent._tenant );
	const slow = card.slow && ! decline;
	const charge = world.insert( 'charges', caller, {
		id: world.id( 'ch' ),
		object: 'charge',
		amount: intent.amount,
		amount_captured: 0,
		amount_refunded: 0,
		application: null,
		application_fee: null,
		application_fee_amount: null,
		balance_transaction: null,
		billing_details: structuredClone( method.billing_details ),
		calculated_statement_descriptor: 'COUNTERFOIL TEST',
		captured: ! slow && ! decline,
		currency: intent.currency,
		customer: intent.customer,
		description: intent.description,
		destination: null,
		dispute: null,
		disputed: false,
		failure_balance_transaction: null,
		failure_code: decline?.code ?? null,
		failure_message: decline?.message ?? null,
		fraud_details: {},
		metadata: { ...intent.metadata },
		on_behalf_of: null,
		outcome: outcome( decline ),
		paid: ! slow && ! decline,
		payment_intent: intent.id,
		payment_method: method.id,
		payment_method_details: details( net, intent, method, card ),
		receipt_email: intent.receipt_email,
		receipt_number: null,
		receipt_url: null,
		refunded: false,
		review: null,
		shipping: null,
		source_transfer: null,
		statement_descriptor: intent.statement_descriptor,
		statement_descriptor_suffix: intent.statement_descriptor_suffix,
		status: 'pending',
		transfer_data: null,
		transfer_group: null,
		_settles_at: slow && card.bank ? world.now() + card.bank.settlesAfter : null,
	} );
	intent.latest_charge = charge.id;
	if ( decline ) {
		charge.status = 'failed';
		net.emit( caller, 'charge.failed', charge );
	} else if ( slow ) {
		net.emit( caller, 'charge.pending', charge );
	} else {
		capture( net, charge );
	}
	return charge;
}

/** The money has arrived. */
export function capture( net: Network, charge: Charge ): void {
	const caller = caller_of_tenant( charge._tenant );
	const fee = fee_of( charge.amount );
	charge.status = 'succeeded';
	charge.paid = true;
	charge.captured = true;
	charge.amount_captured = charge.amount;
	charge.receipt_url = `${ net.origin }/receipts/${ charge.id }`;
	charge.balance_transaction = book( net, charge, charge.id, charge.amount, fee, 'charge' ).id;
	const { returns } =
		card_by_alias( net.world.anywhere( 'payment_methods', charge.payment_method )._card )?.bank ?? {};
	charge._returns_at = returns ? net.world.now() + returns.after : null;
	net.emit( caller, 'charge.succeeded', charge );
}

/**
 * Writes a movement of money. Every cent that moves goes through here.
 *
 * @param net    The network.
 * @param charge The charge it belongs to.
 * @param source The charge or refund that moves it.
 * @param amount Minor units; negative when money goes back.
 * @param fee    Minor units that Stripe keeps; it does not give them back on a refund.
 * @param type   What it is.
 */
export function book(
	net: Network,
	charge: Charge,
	source: string,
	amount: number,
	fee: number,
	type: Movement
): BalanceTransaction {
	const { world } = net;
	return world.insert( 'balance_transactions', caller_of_tenant( charge._tenant ), {
		id: world.id( 'txn' ),
		object: 'balance_transaction',
		amount,
		available_on: world.now() + ( type === 'charge' ? TWO_DAYS : 0 ),
		balance_type: 'payments',
		currency: charge.currency,
		description: charge.description,
		exchange_rate: null,
		fee,
		fee_details:
			fee === 0
				? []
				: [
						{
							amount: fee,
							application: null,
							currency: charge.currency,
							description: 'Stripe processing fees',
							type: 'stripe_fee',
						},
					],
		net: amount - fee,
		reporting_category: type,
		source,
		status: type === 'charge' ? 'pending' : 'available',
		type: type === 'dispute' || type === 'dispute_reversal' ? 'adjustment' : type,
	} );
}

/** `10.00 usd`, for messages. */
export function money( amount: number, currency: string ): string {
	return `${ formatted( amount, currency ) } ${ currency }`;
}

function outcome( decline: Decline | null ): Charge[ 'outcome' ] {
	return decline
		? {
				network_status: 'declined_by_network',
				reason: decline.decline_code,
				risk_level: 'normal',
				seller_message: 'The bank did not return any further details with this decline.',
				type: 'issuer_declined',
			}
		: {
				network_status: 'approved_by_network',
				reason: null,
				risk_level: 'normal',
				seller_message: 'Payment complete.',
				type: 'authorized',
			};
}

function details(
	net: Network,
	intent: PaymentIntent,
	method: PaymentMethod,
	card: TestCard
): Record< string, unknown > {
	const { bank } = card;
	return bank
		? { type: bank.type, [ bank.type ]: bank_details( card, mandate_for( net, intent, method, bank ) ) }
		: { type: 'card', card: card_details( method ) };
}

function card_details( { card }: PaymentMethod ): Record< string, unknown > {
	if ( ! card ) {
		return {};
	}
	return {
		brand: card.brand,
		checks: { ...card.checks },
		country: card.country,
		exp_month: card.exp_month,
		exp_year: card.exp_year,
		fingerprint: card.fingerprint,
		funding: card.funding,
		installments: null,
		last4: card.last4,
		mandate: null,
		network: card.brand,
		three_d_secure: null,
		wallet: null,
	};
}
