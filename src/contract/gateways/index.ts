import { stripeOperations } from './stripe';

export { type PaymentSettings, paymentSettings, paymentSettingsInput } from './stripe';

/** What each gateway is set up with. */
export const gatewayOperations = [ ...stripeOperations ] as const;
