import { bankTransferOperations } from './bank-transfer';
import { stripeOperations } from './stripe';

/** What each gateway is set up with. */
export const gatewayOperations = [ ...stripeOperations, ...bankTransferOperations ] as const;
