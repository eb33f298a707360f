import type { Plan } from '../../../contract/products';
import type { ItemAction } from '../../../shared/actions/action';
import { archive } from './archive';
import { deleteIt } from './delete';
import { duplicate } from './duplicate';
import { edit } from './edit';
import { restore } from './restore';

/** Everything that can be done with a plan, in the order of its menu. */
export const planActions: ReadonlyArray< ItemAction< Plan > > = [ edit, duplicate, archive, restore, deleteIt ];
