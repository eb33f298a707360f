/**
 * The objects of Stripe's API that the fake keeps, in the shape of Stripe's published OpenAPI.
 * Amounts are integers in the currency's minor unit, times are unix seconds.
 * Fields whose names begin with `_` are the fake's own and never leave it (see present.ts).
 */

import type { BankType } from './banks';
import type { PaymentIntent, SetupIntent } from './intents';

export type { Intent, NextAction, PaymentIntent, PaymentIntentStatus, SetupIntent } from './intents';

export type Metadata = Record< string, string >;

export type Address = Record< string, string | null >;

export interface BillingDetails {
	address: Address;
	email: string | null;
	name: string | null;
	phone: string | null;
}

export interface Stored {
	id: string;
	object: string;
	created: number;
	livemode: boolean;
	/** Account and mode the object belongs to, see keys.ts. */
	_tenant: string;
	/** Order of creation; decides between objects of the same second. */
	_sequence: number;
}

export interface Customer extends Stored {
	object: 'customer';
	address: Address | null;
	balance: number;
	currency: string | null;
	default_source: null;
	delinquent: boolean;
	description: string | null;
	discount: null;
	email: string | null;
	invoice_prefix: string;
	invoice_settings: {
		custom_fields: null;
		default_payment_method: string | null;
		footer: null;
		rendering_options: null;
	};
	metadata: Metadata;
	name: string | null;
	phone: string | null;
	preferred_locales: string[];
	shipping: null;
	tax_exempt: 'none' | 'exempt' | 'reverse';
	test_clock: null;
}

export interface CardChecks {
	address_line1_check: string | null;
	address_postal_code_check: string | null;
	cvc_check: string | null;
}

export interface PaymentMethod extends Stored {
	object: 'payment_method';
	allow_redisplay: string;
	billing_details: BillingDetails;
	card?: {
		brand: string;
		checks: CardChecks;
		country: string;
		display_brand: string;
		exp_month: number;
		exp_year: number;
		fingerprint: string;
		funding: string;
		generated_from: null;
		last4: string;
		networks: { available: string[]; preferred: null };
		regulated_status: string;
		three_d_secure_usage: { supported: boolean };
		wallet: null;
	};
	customer: string | null;
	metadata: Metadata;
	type: 'card' | BankType;
	/** Name of the test card's behaviour, see cards.ts. */
	_card: string;
	/** Authenticated once on session, so off-session use needs no second time. */
	_authenticated: boolean;
	/** Used up: it paid once, unattached, and can't be used again. */
	_consumed: boolean;
}

export interface ApiErrorBody {
	type: 'api_error' | 'card_error' | 'idempotency_error' | 'invalid_request_error';
	message: string;
	code?: string;
	decline_code?: string;
	param?: string;
	doc_url?: string;
	charge?: string;
	payment_intent?: unknown;
	payment_method?: unknown;
	setup_intent?: unknown;
}

export interface Charge extends Stored {
	object: 'charge';
	amount: number;
	amount_captured: number;
	amount_refunded: number;
	application: null;
	application_fee: null;
	application_fee_amount: null;
	balance_transaction: string | null;
	billing_details: BillingDetails;
	calculated_statement_descriptor: string | null;
	captured: boolean;
	currency: string;
	customer: string | null;
	description: string | null;
	destination: null;
	dispute: string | null;
	disputed: boolean;
	failure_balance_transaction: null;
	failure_code: string | null;
	failure_message: string | null;
	fraud_details: Record< string, string >;
	metadata: Metadata;
	on_behalf_of: null;
	outcome: {
		network_status: string;
		reason: string | null;
		risk_level: string;
		seller_message: string;
		type: string;
	};
	paid: boolean;
	payment_intent: string;
	payment_method: string;
	payment_method_details: Record< string, unknown >;
	receipt_email: string | null;
	receipt_number: null;
	receipt_url: string | null;
	refunded: boolean;
	review: null;
	shipping: null;
	source_transfer: null;
	statement_descriptor: string | null;
	statement_descriptor_suffix: string | null;
	status: 'succeeded' | 'pending' | 'failed';
	transfer_data: null;
	transfer_group: null;
	/** When it is known what became of it. */
	_settles_at?: number | null;
	/** When the payer's bank takes it back. */
	_returns_at?: number | null;
}

export interface Dispute extends Stored {
	object: 'dispute';
	amount: number;
	balance_transactions: BalanceTransaction[];
	charge: string;
	currency: string;
	enhanced_eligibility_types: string[];
	evidence: Record< string, null >;
	evidence_details: {
		due_by: number | null;
		enhanced_eligibility: Record< string, never >;
		has_evidence: boolean;
		past_due: boolean;
		submission_count: number;
	};
	is_charge_refundable: boolean;
	metadata: Metadata;
	payment_intent: string;
	reason: string;
	status:
		| 'warning_needs_response'
		| 'warning_under_review'
		| 'warning_closed'
		| 'needs_response'
		| 'under_review'
		| 'won'
		| 'lost';
}

export interface Mandate extends Stored {
	object: 'mandate';
	customer_acceptance: Record< string, unknown >;
	payment_method: string;
	payment_method_details: Record< string, unknown >;
	single_use?: { amount: number; currency: string };
	status: 'active' | 'inactive' | 'pending';
	type: 'single_use' | 'multi_use';
}

export interface Refund extends Stored {
	object: 'refund';
	amount: number;
	balance_transaction: string | null;
	charge: string;
	currency: string;
	destination_details: { card: { type: string }; type: 'card' };
	failure_balance_transaction?: string;
	failure_reason?: string;
	metadata: Metadata;
	payment_intent: string;
	reason: string | null;
	receipt_number: null;
	source_transfer_reversal: null;
	status: 'pending' | 'succeeded' | 'failed' | 'canceled';
	transfer_reversal: null;
}

export interface BalanceTransaction extends Stored {
	object: 'balance_transaction';
	amount: number;
	available_on: number;
	balance_type: 'payments';
	currency: string;
	description: string | null;
	exchange_rate: null;
	fee: number;
	fee_details: {
		amount: number;
		application: null;
		currency: string;
		description: string;
		type: string;
	}[];
	net: number;
	reporting_category: Movement;
	source: string;
	status: 'available' | 'pending';
	type: 'charge' | 'refund' | 'refund_failure' | 'adjustment';
}

export type Movement = 'charge' | 'refund' | 'refund_failure' | 'dispute' | 'dispute_reversal';

export interface StripeEvent extends Stored {
	object: 'event';
	api_version: string;
	data: { object: Record< string, unknown >; previous_attributes?: Record< string, unknown > };
	pending_webhooks: number;
	request: { id: string | null; idempotency_key: string | null };
	type: string;
}

export interface WebhookEndpoint extends Stored {
	object: 'webhook_endpoint';
	api_version: string | null;
	application: null;
	description: string | null;
	enabled_events: string[];
	metadata: Metadata;
	secret: string;
	status: 'enabled' | 'disabled';
	url: string;
}

export interface Collections {
	customers: Customer;
	payment_methods: PaymentMethod;
	payment_intents: PaymentIntent;
	setup_intents: SetupIntent;
	charges: Charge;
	disputes: Dispute;
	mandates: Mandate;
	refunds: Refund;
	balance_transactions: BalanceTransaction;
	events: StripeEvent;
	webhook_endpoints: WebhookEndpoint;
}

export type CollectionName = keyof Collections;
