import { z } from 'zod';
import { id, moment, money, optionalLine } from '../common';
import { operation } from '../operation';

/** One mode's keys. Secrets are never answered: `last4` shows which one is stored, empty when none. */
const keys = z.strictObject( {
	publishable_key: optionalLine(),
	secret_key: z.strictObject( { last4: z.string() } ),
	webhook_secret: z.strictObject( { last4: z.string() } ),
	/** The Stripe account these keys belong to, once the connection was tested; empty before. */
	account: z.string(),
	/** When Stripe last called this site's webhook in this mode. */
	last_event_at: moment.nullable(),
} );
export const stripeSettings = z
	.strictObject( {
		mode: z.enum( [ 'test', 'live' ] ),
		test: keys,
		live: keys,
		statement_descriptor: optionalLine( 22 ),
		webhook_url: z.string(),
		/** Set when stored secrets can't be read any more (the site's salts changed): enter them again. */
		unreadable: z.boolean(),
		/** Payments that are not finished in the current mode: they keep it from being changed. At most twenty, oldest first. */
		open_payments: z.array(
			z.strictObject( {
				id,
				invoice_id: z.int().min( 0 ),
				number: z.string(),
				client: z.string(),
				amount: money,
				/** Whether it can be canceled: it has taken no money yet. */
				can_cancel: z.boolean(),
			} )
		),
	} )
	.meta( { id: 'StripeSettings' } );
export type StripeSettings = z.infer< typeof stripeSettings >;

/** A secret left out stays as it is; an empty one is removed. */
const keysInput = z.strictObject( {
	publishable_key: optionalLine().optional(),
	secret_key: optionalLine().optional(),
	webhook_secret: optionalLine().optional(),
} );
export const stripeSettingsInput = z.strictObject( {
	mode: z.enum( [ 'test', 'live' ] ),
	test: keysInput.optional(),
	live: keysInput.optional(),
	statement_descriptor: optionalLine( 22 ),
} );

/** The ways of paying that the agency's account has, in the mode in force, and which of them are offered. */
export const stripeMethods = z
	.strictObject( {
		mode: z.enum( [ 'test', 'live' ] ),
		/** A sentence: why they are not known; empty when they are. */
		problem: z.string(),
		methods: z.array(
			z.strictObject( {
				/** As Stripe calls it. */
				type: z.string(),
				name: z.string(),
				/** Which it can pay; none is any. */
				currencies: z.array( z.string() ),
				/** Whether the account has it, and it is turned on in Stripe's dashboard. */
				is_available: z.boolean(),
				/** Whether clients may use it where it is available. */
				is_offered: z.boolean(),
				can_be_turned_off: z.boolean(),
				/** What it does with the money, a sentence each. */
				means: z.array( z.string() ),
			} )
		),
		/** Whether clients get an email about each debit whose scheme asks for one. Stripe may send its own. */
		announces_debits: z.boolean(),
	} )
	.meta( { id: 'StripeMethods' } );
export type StripeMethods = z.infer< typeof stripeMethods >;
export const stripeMethodsInput = z.strictObject( {
	/** Types that are not offered. */
	off: z.array( z.string().max( 40 ) ).max( 50 ),
	announces_debits: z.boolean(),
} );

export const connectionTest = z.strictObject( {
	ok: z.boolean(),
	/** A sentence: which account in which mode answered, or what to do. */
	message: z.string(),
	settings: stripeSettings,
} );

export const stripeOperations = [
	operation( {
		id: 'gateways.stripe.get',
		method: 'GET',
		path: '/gateways/stripe/settings',
		summary: 'Get the Stripe settings, with secret keys masked',
		needs: 'staff:settings',
		response: stripeSettings,
	} ),
	operation( {
		id: 'gateways.stripe.update',
		method: 'PUT',
		path: '/gateways/stripe/settings',
		summary: 'Update the Stripe keys and mode',
		needs: 'staff:settings',
		outside: true,
		body: stripeSettingsInput,
		response: stripeSettings,
	} ),
	operation( {
		id: 'gateways.stripe.webhook',
		method: 'POST',
		path: '/gateways/stripe/settings/webhook',
		summary: 'Create the webhook at Stripe and keep its signing secret',
		needs: 'staff:settings',
		outside: true,
		body: z.strictObject( { mode: z.enum( [ 'test', 'live' ] ) } ),
		response: connectionTest,
	} ),
	operation( {
		id: 'gateways.stripe.cancel-open',
		method: 'POST',
		path: '/gateways/stripe/settings/cancel-open',
		summary: 'Cancel open payments that have taken no money',
		needs: 'staff:settings',
		outside: true,
		body: z.strictObject( { mode: z.enum( [ 'test', 'live' ] ) } ),
		response: stripeSettings,
	} ),
	operation( {
		id: 'gateways.stripe.methods',
		method: 'GET',
		path: '/gateways/stripe/settings/methods',
		summary: 'List the payment methods of the Stripe account and which are offered',
		needs: 'staff:settings',
		outside: true,
		response: stripeMethods,
	} ),
	operation( {
		id: 'gateways.stripe.choose-methods',
		method: 'PUT',
		path: '/gateways/stripe/settings/methods',
		summary: 'Choose which payment methods are offered',
		needs: 'staff:settings',
		outside: true,
		body: stripeMethodsInput,
		response: stripeMethods,
	} ),
	operation( {
		id: 'gateways.stripe.test',
		method: 'POST',
		path: '/gateways/stripe/settings/test',
		summary: 'Test the saved Stripe keys',
		needs: 'staff:settings',
		outside: true,
		body: z.strictObject( { mode: z.enum( [ 'test', 'live' ] ) } ),
		response: connectionTest,
	} ),
] as const;
