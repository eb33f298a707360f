import { book } from './charging';
import { refused } from './errors';
import { caller_of_tenant } from './keys';
import type { Network } from './network';
import type { Charge, Dispute } from './objects';

const FEE = 1500;
const ANSWER_WITHIN = 14 * 24 * 3600;

/**
 * The payer's bank disputes a charge: an inquiry takes nothing, all else withdraws the money at once.
 *
 * @see https://docs.stripe.com/disputes/how-disputes-work
 */
export function open_dispute(
	net: Network,
	charge: Charge,
	{ reason, amount = charge.amount, inquiry = false }: { reason: string; amount?: number; inquiry?: boolean }
): Dispute {
	if ( charge.status !== 'succeeded' || charge.disputed ) {
		throw refused( `${ charge.id } can't be disputed.`, 'not_disputable' );
	}
	const caller = caller_of_tenant( charge._tenant );
	const dispute = net.world.insert( 'disputes', caller, {
		id: net.world.id( 'du' ),
		object: 'dispute',
		amount,
		balance_transactions: [],
		charge: charge.id,
		currency: charge.currency,
		enhanced_eligibility_types: [],
		evidence: NO_EVIDENCE,
		evidence_details: {
			due_by: net.world.now() + ANSWER_WITHIN,
			enhanced_eligibility: {},
			has_evidence: false,
			past_due: false,
			submission_count: 0,
		},
		is_charge_refundable: inquiry,
		metadata: {},
		payment_intent: charge.payment_intent,
		reason,
		status: inquiry ? 'warning_needs_response' : 'needs_response',
	} );
	charge.disputed = true;
	charge.dispute = dispute.id;
	net.emit( caller, 'charge.dispute.created', dispute );
	if ( ! inquiry ) {
		withdraw( net, charge, dispute );
	}
	return dispute;
}

/** The bank has decided. */
export function close_dispute( net: Network, dispute: Dispute, outcome: 'won' | 'lost' ): Dispute {
	if ( ! dispute.status.endsWith( 'needs_response' ) && ! dispute.status.endsWith( 'under_review' ) ) {
		throw refused( `${ dispute.id } is ${ dispute.status }.`, 'dispute_closed' );
	}
	const caller = caller_of_tenant( dispute._tenant );
	const charge = net.world.anywhere( 'charges', dispute.charge );
	const wasInquiry = dispute.status.startsWith( 'warning_' );
	dispute.evidence_details.due_by = null;
	dispute.status = wasInquiry && outcome === 'won' ? 'warning_closed' : outcome;
	if ( wasInquiry && outcome === 'lost' ) {
		withdraw( net, charge, dispute );
	} else if ( ! wasInquiry && outcome === 'won' ) {
		dispute.balance_transactions.push( book( net, charge, dispute.id, dispute.amount, -FEE, 'dispute_reversal' ) );
		net.emit( caller, 'charge.dispute.funds_reinstated', dispute );
	}
	net.emit( caller, 'charge.dispute.closed', dispute );
	return dispute;
}

/** The answer is with the bank. */
export function answer_dispute( net: Network, dispute: Dispute ): Dispute {
	dispute.status = dispute.status.startsWith( 'warning_' ) ? 'warning_under_review' : 'under_review';
	dispute.evidence_details.has_evidence = true;
	dispute.evidence_details.submission_count += 1;
	net.emit( caller_of_tenant( dispute._tenant ), 'charge.dispute.updated', dispute );
	return dispute;
}

function withdraw( net: Network, charge: Charge, dispute: Dispute ): void {
	dispute.balance_transactions.push( book( net, charge, dispute.id, -dispute.amount, FEE, 'dispute' ) );
	net.emit( caller_of_tenant( dispute._tenant ), 'charge.dispute.funds_withdrawn', dispute );
}

const NO_EVIDENCE: Dispute[ 'evidence' ] = Object.fromEntries(
	[
		'access_activity_log',
		'billing_address',
		'cancellation_policy',
		'cancellation_policy_disclosure',
		'cancellation_rebuttal',
		'customer_communication',
		'customer_email_address',
		'customer_name',
		'customer_purchase_ip',
		'customer_signature',
		'duplicate_charge_documentation',
		'duplicate_charge_explanation',
		'duplicate_charge_id',
		'product_description',
		'receipt',
		'refund_policy',
		'refund_policy_disclosure',
		'refund_refusal_explanation',
		'service_date',
		'service_documentation',
		'shipping_address',
		'shipping_carrier',
		'shipping_date',
		'shipping_documentation',
		'shipping_tracking_number',
		'uncategorized_file',
		'uncategorized_text',
	].map( ( name ) => [ name, null ] )
);
