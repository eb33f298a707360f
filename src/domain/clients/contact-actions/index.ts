import type { Contact } from '../../../contract/clients';
import type { ItemAction } from '../../../shared/actions/action';
import { edit } from './edit';
import { invite } from './invite';
import { remove } from './remove';
import { restore } from './restore';
import { revoke } from './revoke';
import { suspend } from './suspend';

/** Everything that can be done with a contact, in the order of its menu. */
export const contactActions: ReadonlyArray< ItemAction< Contact > > = [
	edit,
	invite,
	revoke,
	suspend,
	restore,
	remove,
];

export { invite };
