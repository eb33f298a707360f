import { accountantExportOperations } from './accountant-exports';
import { bankOperations } from './bank';
import { businessOperations } from './business';
import { clientOperations } from './clients';
import { couponOperations } from './coupons';
import { documentOperations } from './documents';
import { emailOperations } from './emails';
import { gatewayOperations } from './gateways';
import { identityOperations } from './identity';
import { invoiceOperations } from './invoices';
import { lateFeeOperations } from './late-fees';
import type { Operation } from './operation';
import { creditOperations } from './payments/credit';
import { partOperations } from './payments/parts';
import { linkOperations } from './payments/links';
import { methodOperations } from './payments/methods';
import { paymentOperations } from './payments';
import { portalOperations } from './portal';
import { portalsOperations } from './portals';
import { productOperations } from './products';
import { reminderOperations } from './reminders';
import { reportOperations } from './reports';
import { statementOperations } from './statements';
import { subscriptionOperations } from './subscriptions';
import { taxOperations } from './taxes';
import { upkeepOperations } from './upkeep';
import { visitorOperations } from './visitors';
import { websiteOperations } from './websites';

const all = [
	...reportOperations,
	...statementOperations,
	...accountantExportOperations,
	...invoiceOperations,
	...documentOperations,
	...paymentOperations,
	...creditOperations,
	...partOperations,
	...linkOperations,
	...methodOperations,
	...bankOperations,
	...clientOperations,
	...websiteOperations,
	...productOperations,
	...couponOperations,
	...subscriptionOperations,
	...businessOperations,
	...emailOperations,
	...reminderOperations,
	...lateFeeOperations,
	...taxOperations,
	...gatewayOperations,
	...portalsOperations,
	...identityOperations,
	...visitorOperations,
	...upkeepOperations,
	...portalOperations,
] as const;

/** Each operation with the types of what it takes and answers. */
export type AnyOperation = ( typeof all )[ number ];

/** Every operation there is. The build makes the REST routes' schemas and openapi.json of it. */
export const operations: readonly Operation[] = all;
