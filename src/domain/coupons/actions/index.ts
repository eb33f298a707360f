import type { Coupon } from '../../../contract/coupons';
import type { ItemAction } from '../../../shared/actions/action';
import { archive } from './archive';
import { deleteIt } from './delete';
import { edit } from './edit';
import { restore } from './restore';
import { view } from './view';

/** Everything that can be done with coupons, in the order of menus. */
export const couponActions: ReadonlyArray< ItemAction< Coupon > > = [ view, edit, archive, restore, deleteIt ];
export const couponMenu = couponActions.filter( ( action ) => action !== view );
