import { z } from 'zod';
import type { ChangeInput } from '../../../contract/subscriptions/change';
import type { Subscription } from '../../../contract/subscriptions/subscription';
import { today } from '../../../shared/dates';
import { type Draft, inputOf, typedSubscription } from '../start/draft';

export interface ChangeDraft extends Draft {
	readonly when: ChangeInput[ 'when' ];
	readonly version: number;
}

/** As it is; as it is planned to be, where that counts for the very next period. A price that goes up later must not come earlier. */
export function draftOf( subscription: Subscription ): ChangeDraft {
	const { client, website, planned, state, next_on: nextOn } = subscription;
	const { interval, items } = planned && planned.on <= ( nextOn ?? today() ) ? planned : subscription;
	return {
		client_id: client.id,
		website_id: website?.id ?? null,
		currency: subscription.amount.currency,
		tax_mode: subscription.tax_mode,
		interval,
		starts_on: today(),
		trial_days: 0,
		cycles: subscription.cycles,
		first_bill: 'start',
		term: null,
		items: items.map( ( item ) => ( {
			plan_id: item.plan_id,
			description: item.description,
			quantity: item.quantity,
			unit_price: item.unit_price.amount,
			setup_fee: 0,
			kept: {
				discount: item.discount,
				tax: item.tax,
				...( item.unit_code !== '' && { unit_code: item.unit_code } ),
			},
		} ) ),
		when: planned || state === 'paused' ? 'next' : 'now',
		version: subscription.version,
	};
}

/** As the server takes it; what is no number is left for the contract to find. */
export function changeOf( draft: ChangeDraft ): ChangeInput {
	const { interval, items } = inputOf( draft );
	return {
		when: draft.when,
		version: draft.version,
		interval,
		items: items.map( ( { setup_fee: _fee, ...item } ) => item ),
	};
}

/** Checked as a subscription that is started is. */
export const typedChange = z.custom< ChangeDraft >().superRefine( ( draft, context ) => {
	const { when: _when, version: _version, ...asStarted } = draft;
	for ( const issue of typedSubscription.safeParse( asStarted ).error?.issues ?? [] ) {
		context.addIssue( { code: 'custom', path: [ ...issue.path ], message: issue.message } );
	}
} );
