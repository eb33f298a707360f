import { book, money } from '../charging';
import { card_by_alias } from '../cards';
import { check_last_digit } from '../currencies';
import { ApiError, invalid, refused } from '../errors';
import { caller_of_tenant, type Caller } from '../keys';
import { page, PAGE_PARAMS } from '../lists';
import type { Network } from '../network';
import type { Charge, Metadata, Refund } from '../objects';
import type { Params } from '../params';
import type { Json } from '../present';
import type { Call, Route } from '../routes';

export const REASONS = [ 'duplicate', 'fraudulent', 'requested_by_customer' ] as const;

/** @see https://docs.stripe.com/api/refunds */
export const refunds: readonly Route[] = [
	{ method: 'POST', path: '/v1/refunds', run: create },
	{ method: 'GET', path: '/v1/refunds', run: list_refunds },
	{
		method: 'GET',
		path: '/v1/refunds/:id',
		run: ( { net, caller, params, id } ) => {
			params.only();
			return net.world.find( 'refunds', id, caller );
		},
	},
	{ method: 'POST', path: '/v1/refunds/:id', run: update },
];

function create( { net, caller, params }: Call ): Refund {
	params.only( 'amount', 'charge', 'payment_intent', 'reason', 'metadata' );
	const reason = params.oneOf( 'reason', REASONS ) ?? null;
	const metadata = params.metadata();
	const amount = params.integer( 'amount' );
	const charge = charge_named( net, caller, params );
	return refund( net, charge, amount, reason, metadata );
}

function charge_named( net: Network, caller: Caller, params: Params ): Charge {
	const id = params.text( 'charge' ) ?? null;
	const intentId = params.text( 'payment_intent' ) ?? null;
	if ( id !== null && intentId !== null ) {
		throw invalid( 'You may only specify one of these parameters: charge, payment_intent.' );
	}
	if ( id !== null ) {
		return net.world.find( 'charges', id, caller, 'charge', 'parameter' );
	}
	if ( intentId === null ) {
		throw invalid( 'One of the following params should be provided for this request: payment_intent or charge.' );
	}
	const intent = net.world.find( 'payment_intents', intentId, caller, 'payment_intent', 'parameter' );
	const charge = net.world.peek( 'charges', intent.latest_charge ?? '', caller );
	if ( ! charge || charge.status !== 'succeeded' ) {
		throw refused(
			`This PaymentIntent (${ intentId }) does not have a successful charge to refund.`,
			'payment_intent_unexpected_state'
		);
	}
	return charge;
}

/**
 * Gives money back, never more than was taken.
 *
 * @param net      The network.
 * @param charge   The charge.
 * @param sent     Minor units; undefined is all that is left.
 * @param reason   Stripe's word for it, or null.
 * @param metadata Kept with the refund.
 */
export function refund(
	net: Network,
	charge: Charge,
	sent: number | undefined,
	reason: string | null,
	metadata: Metadata
): Refund {
	const { world } = net;
	const caller = caller_of_tenant( charge._tenant );
	if ( charge.status !== 'succeeded' ) {
		throw refused(
			`Charge ${ charge.id } has not been captured, so it cannot be refunded.`,
			'charge_not_refundable'
		);
	}
	const left = charge.amount - charge.amount_refunded;
	if ( left === 0 ) {
		throw refused( `Charge ${ charge.id } has already been refunded.`, 'charge_already_refunded' );
	}
	const amount = sent ?? left;
	if ( amount < 1 ) {
		throw invalid( 'Invalid positive integer', 'amount', 'parameter_invalid_integer' );
	}
	check_last_digit( amount, charge.currency );
	if ( amount > left ) {
		const other = charge.amount_refunded > 0 ? 'unrefunded amount on charge' : 'charge amount';
		throw new ApiError(
			400,
			{
				type: 'invalid_request_error',
				param: 'amount',
				message: `Refund amount (${ money( amount, charge.currency ) }) is greater than ${ other } (${ money( left, charge.currency ) })`,
			},
			true
		);
	}
	const card = card_by_alias( world.anywhere( 'payment_methods', charge.payment_method )._card );
	const previous = { amount_refunded: charge.amount_refunded, refunded: charge.refunded };
	const made = world.insert( 'refunds', caller, {
		id: world.id( 're' ),
		object: 'refund',
		amount,
		balance_transaction: null,
		charge: charge.id,
		currency: charge.currency,
		destination_details: { card: { type: 'refund' }, type: 'card' },
		metadata,
		payment_intent: charge.payment_intent,
		reason,
		receipt_number: null,
		source_transfer_reversal: null,
		status: card?.slowRefund ? 'pending' : 'succeeded',
		transfer_reversal: null,
	} );
	made.balance_transaction = book( net, charge, made.id, -amount, 0, 'refund' ).id;
	charge.amount_refunded += amount;
	charge.refunded = charge.amount_refunded === charge.amount;
	net.emit( caller, 'refund.created', made );
	net.emit( caller, 'charge.refunded', charge, previous );
	return made;
}

/** A refund that was pending arrives, or comes back: then the money is the account's again. */
export function settle_refund( net: Network, made: Refund, succeeded: boolean ): void {
	const caller = caller_of_tenant( made._tenant );
	const previous = { status: made.status };
	if ( made.status === 'failed' || ( succeeded && made.status === 'succeeded' ) ) {
		throw refused( `${ made.id } is ${ made.status } already.`, 'refund_settled' );
	}
	made.status = succeeded ? 'succeeded' : 'failed';
	if ( ! succeeded ) {
		const charge = net.world.anywhere( 'charges', made.charge );
		made.failure_reason = 'expired_or_canceled_card';
		made.failure_balance_transaction = book( net, charge, made.id, made.amount, 0, 'refund_failure' ).id;
		charge.amount_refunded -= made.amount;
		charge.refunded = false;
		net.emit( caller, 'refund.failed', made, previous );
	}
	tell( net, caller, made, previous );
}

function update( { net, caller, params, id }: Call ): Refund {
	params.only( 'metadata' );
	const made = net.world.find( 'refunds', id, caller );
	const previous = { metadata: made.metadata };
	made.metadata = params.metadata( made.metadata );
	tell( net, caller, made, previous );
	return made;
}

function tell( net: Network, caller: Caller, made: Refund, previous: Json ): void {
	net.emit( caller, 'refund.updated', made, previous );
	net.emit( caller, 'charge.refund.updated', made, previous );
}

function list_refunds( { net, caller, params }: Call ): Json {
	params.only( ...PAGE_PARAMS, 'charge', 'payment_intent' );
	const charge = params.text( 'charge' );
	const intent = params.text( 'payment_intent' );
	const all = net.world
		.all( 'refunds', caller.tenant )
		.filter( ( one ) => typeof charge !== 'string' || one.charge === charge )
		.filter( ( one ) => typeof intent !== 'string' || one.payment_intent === intent );
	return page( '/v1/refunds', all, params );
}
