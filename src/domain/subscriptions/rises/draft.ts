import { z } from 'zod';
import { type PriceRiseInput, priceRiseInput } from '../../../contract/subscriptions/price-rises';
import { boot } from '../../../shared/boot';
import { plusDays, today } from '../../../shared/dates';
import type { TypedMoney } from '../../../shared/form/money-field';

const NOTICE = 30;

/** New prices while they are typed: both values are kept, so that choosing the other one loses nothing. */
export interface RiseDraft extends Omit< PriceRiseInput, 'value' | 'subscriptions' > {
	readonly subscriptions: readonly number[];
	readonly value: {
		readonly type: 'percent' | 'amount';
		readonly percent: string;
		readonly amounts: TypedMoney[];
	};
}

/**
 * @param subscriptions Those that were chosen; empty for those of a plan.
 * @param currencies    What they are billed in.
 */
export const newRise = ( subscriptions: readonly number[], currencies: readonly string[] ): RiseDraft => ( {
	subscriptions,
	plan_id: null,
	value: { type: 'percent', percent: '', amounts: amountsIn( currencies ) },
	from: plusDays( today(), NOTICE + 1 ),
	notice_days: NOTICE,
	message: '',
} );

/** An amount to type in each currency. */
export const amountsIn = ( currencies: readonly string[] ): TypedMoney[] =>
	[ ...new Set( currencies.length > 0 ? currencies : [ boot().currency ] ) ].map( ( currency ) => ( {
		amount: null,
		currency,
	} ) );

/** As it is sent. */
export const inputOf = ( { value, subscriptions, ...draft }: RiseDraft ): PriceRiseInput => ( {
	...draft,
	subscriptions: [ ...subscriptions ],
	value:
		value.type === 'percent'
			? { type: 'percent', percent: value.percent }
			: { type: 'amount', amounts: value.amounts as { amount: number; currency: string }[] },
} );

/** What is typed is checked as what is sent. */
export const riseDraft = z.preprocess( ( draft ) => inputOf( draft as RiseDraft ), priceRiseInput );
