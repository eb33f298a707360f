import { catalogOperations } from './catalog';
import { clientOperations } from './clients';
import { identityOperations } from './identity';
import { invoiceOperations } from './invoices';
import type { Operation } from './operation';
import { overviewOperations } from './overview';
import { portalOperations } from './portal';
import { settingsOperations } from './settings';

/** Every operation there is. The build makes the REST routes' schemas and openapi.json of it. */
export const operations: readonly Operation[] = [
	...overviewOperations,
	...invoiceOperations,
	...clientOperations,
	...catalogOperations,
	...settingsOperations,
	...identityOperations,
	...portalOperations,
];
