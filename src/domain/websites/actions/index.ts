import type { Website } from '../../../contract/websites';
import type { ItemAction } from '../../../shared/actions/action';
import { deleteIt } from './delete';
import { edit } from './edit';

/** Everything that can be done with a website, in the order of its menu. */
export const websiteActions: ReadonlyArray< ItemAction< Website > > = [ edit, deleteIt ];
