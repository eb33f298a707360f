import { stripeOperations } from './stripe';

/** What each gateway is set up with. */
export const gatewayOperations = [ ...stripeOperations ] as const;
