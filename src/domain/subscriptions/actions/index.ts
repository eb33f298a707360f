import type { SubscriptionRow } from '../../../contract/subscriptions/subscription';
import type { ItemAction } from '../../../shared/actions/action';
import { cancel } from './cancel';
import { change } from './change';
import { keep } from './keep';
import { pause } from './pause';
import { raisePrices } from './raise-prices';
import { resume } from './resume';

/** Everything that can be done with a subscription, in the order of menus. */
export const subscriptionActions: ReadonlyArray< ItemAction< SubscriptionRow > > = [
	change,
	raisePrices,
	pause,
	resume,
	keep,
	cancel,
];
