import { detailOperations } from './client';
import { contactOperations } from './contacts';
import { listOperations } from './list';
import { recipientOperations } from './recipients';
import { roleOperations } from './roles';

export { type Client, clientCreate, type ClientInput, clientInput, clientKind, type VatCheck } from './client';
export { access, type Contact, contactInput } from './contacts';
export {
	type ClientRecipients,
	mailPurpose,
	type MailPurpose,
	MAX_COPIES,
	recipientsInput,
	type RecipientsInput,
} from './recipients';
export { clientFilters, type ClientRow, clientSorting } from './list';

/** Every request about clients and what is theirs, in the order the API's description has them. */
export const clientOperations = [
	...listOperations,
	...detailOperations,
	...contactOperations,
	...recipientOperations,
	...roleOperations,
] as const;
