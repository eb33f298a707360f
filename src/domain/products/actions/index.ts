import type { Product } from '../../../contract/products';
import type { ItemAction } from '../../../shared/actions/action';
import { archive } from './archive';
import { deleteIt } from './delete';
import { restore } from './restore';
import { view } from './view';

/** Everything that can be done with products, in the order of menus. */
export const productActions: ReadonlyArray< ItemAction< Product > > = [ view, archive, restore, deleteIt ];
export const productMenu = productActions.filter( ( action ) => action !== view );
