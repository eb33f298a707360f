import type { ApiErrorBody, Metadata, Stored } from './objects';

export interface NextAction {
	type: 'redirect_to_url' | 'use_stripe_sdk';
	redirect_to_url?: { return_url: string | null; url: string };
	use_stripe_sdk?: Record< string, string >;
}

export interface Intent extends Stored {
	automatic_payment_methods: { allow_redirects: string; enabled: boolean } | null;
	cancellation_reason: string | null;
	client_secret: string;
	customer: string | null;
	description: string | null;
	metadata: Metadata;
	next_action: NextAction | null;
	on_behalf_of: null;
	payment_method: string | null;
	payment_method_options: Record< string, unknown >;
	payment_method_types: string[];
	_return_url: string | null;
	/** The card of the attempt that waits for 3-D Secure or settlement. */
	_attempt: string | null;
}

export type PaymentIntentStatus =
	'requires_payment_method' | 'requires_confirmation' | 'requires_action' | 'processing' | 'succeeded' | 'canceled';

export interface PaymentIntent extends Intent {
	object: 'payment_intent';
	amount: number;
	amount_capturable: number;
	amount_details: { tip: Record< string, never > };
	amount_received: number;
	application: null;
	application_fee_amount: null;
	canceled_at: number | null;
	capture_method: 'automatic' | 'automatic_async';
	confirmation_method: 'automatic';
	currency: string;
	last_payment_error: ApiErrorBody | null;
	latest_charge: string | null;
	processing: null;
	receipt_email: string | null;
	review: null;
	setup_future_usage: 'on_session' | 'off_session' | null;
	shipping: null;
	source: null;
	statement_descriptor: string | null;
	statement_descriptor_suffix: string | null;
	status: PaymentIntentStatus;
	transfer_data: null;
	transfer_group: null;
}

export interface SetupIntent extends Intent {
	object: 'setup_intent';
	application: null;
	flow_directions: null;
	last_setup_error: ApiErrorBody | null;
	latest_attempt: string | null;
	mandate: string | null;
	single_use_mandate: null;
	status: Exclude< PaymentIntentStatus, 'processing' >;
	usage: 'on_session' | 'off_session';
}
