import type { StripeSettings } from '../../../contract/gateways/stripe';

/** One mode's keys while they are typed. A secret that is undefined stays as it is; an empty one is removed. */
export interface KeyValues {
	publishable_key: string;
	secret_key?: string | undefined;
	webhook_secret?: string | undefined;
}

export interface PaymentValues {
	mode: 'test' | 'live';
	test: KeyValues;
	live: KeyValues;
	statement_descriptor: string;
}

/** What the form starts with: secrets are never sent to the browser, so they are left as they are. */
export const paymentValues = ( settings: StripeSettings ): PaymentValues => ( {
	mode: settings.mode,
	test: { publishable_key: settings.test.publishable_key },
	live: { publishable_key: settings.live.publishable_key },
	statement_descriptor: settings.statement_descriptor,
} );

/** Whether the chosen mode could not be saved: a key of it is neither typed nor stored. */
export const isMissingKeys = ( values: PaymentValues, stored: StripeSettings ): boolean => {
	const { publishable_key: publishable, secret_key: secret } = values[ values.mode ];
	return (
		publishable === '' || ( secret === undefined ? stored[ values.mode ].secret_key.last4 === '' : secret === '' )
	);
};
