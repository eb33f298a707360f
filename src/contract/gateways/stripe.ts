import { z } from 'zod';
import { optionalLine } from '../common';
import { operation } from '../operation';

/** One mode's keys. Secrets are never answered: `last4` shows which one is stored, empty when none. */
const keys = z.strictObject( {
	publishable_key: optionalLine(),
	secret_key: z.strictObject( { last4: z.string() } ),
	webhook_secret: z.strictObject( { last4: z.string() } ),
	/** The Stripe account these keys belong to, once the connection was tested; empty before. */
	account: z.string(),
} );
export const paymentSettings = z
	.strictObject( {
		mode: z.enum( [ 'test', 'live' ] ),
		test: keys,
		live: keys,
		statement_descriptor: optionalLine( 22 ),
		webhook_url: z.string(),
		/** Set when stored secrets can't be read any more (the site's salts changed): enter them again. */
		unreadable: z.boolean(),
	} )
	.meta( { id: 'PaymentSettings' } );
export type PaymentSettings = z.infer< typeof paymentSettings >;

/** A secret left out stays as it is; an empty one is removed. */
const keysInput = z.strictObject( {
	publishable_key: optionalLine().optional(),
	secret_key: optionalLine().optional(),
	webhook_secret: optionalLine().optional(),
} );
export const paymentSettingsInput = z.strictObject( {
	mode: z.enum( [ 'test', 'live' ] ),
	test: keysInput.optional(),
	live: keysInput.optional(),
	statement_descriptor: optionalLine( 22 ),
} );

export const connectionTest = z.strictObject( {
	ok: z.boolean(),
	/** A sentence: which account in which mode answered, or what to do. */
	message: z.string(),
	settings: paymentSettings,
} );

export const stripeOperations = [
	operation( {
		id: 'payment-settings.get',
		method: 'GET',
		path: '/settings/payments',
		summary: 'Stripe keys as far as they may be shown',
		needs: 'staff:settings',
		response: paymentSettings,
	} ),
	operation( {
		id: 'payment-settings.update',
		method: 'PUT',
		path: '/settings/payments',
		summary: 'Change keys and mode',
		needs: 'staff:settings',
		outside: true,
		body: paymentSettingsInput,
		response: paymentSettings,
	} ),
	operation( {
		id: 'payment-settings.test',
		method: 'POST',
		path: '/settings/payments/test',
		summary: 'Ask Stripe whether the stored keys work',
		needs: 'staff:settings',
		outside: true,
		body: z.strictObject( { mode: z.enum( [ 'test', 'live' ] ) } ),
		response: connectionTest,
	} ),
] as const;
