import { __ } from '@wordpress/i18n';
import { z } from 'zod';
import type { Plan, Product } from '../../../contract/products';
import { type SubscriptionInput, subscriptionInput } from '../../../contract/subscriptions';
import type { SubscriptionItemInput } from '../../../contract/subscriptions/items';
import { plusDays, today } from '../../../shared/dates';
import { parseDecimal } from '../../../shared/decimal';
import { howToWriteAmount } from '../../../shared/form/amount-words';
import { sentences } from '../../../shared/form/errors';

/** An item as it is typed; amounts are minor units, null while they are none. */
export interface ItemDraft {
	readonly plan_id: number | null;
	readonly description: string;
	readonly quantity: string;
	readonly unit_price: number | null;
	readonly setup_fee: number | null;
	/** Of an item that was there before, what is not typed here. */
	readonly kept?: Pick< SubscriptionItemInput, 'discount' | 'tax' | 'unit_code' >;
}

export interface Draft extends Omit< SubscriptionInput, 'client_id' | 'items' > {
	readonly client_id: number | null;
	readonly items: ItemDraft[];
}

export const newItem = (): ItemDraft => ( {
	plan_id: null,
	description: '',
	quantity: '1',
	unit_price: null,
	setup_fee: 0,
} );

export const newDraft = (
	client: number | null,
	currency: string,
	taxMode: SubscriptionInput[ 'tax_mode' ]
): Draft => ( {
	client_id: client,
	website_id: null,
	currency,
	tax_mode: taxMode,
	interval: { unit: 'month', count: 1 },
	starts_on: today(),
	trial_days: 0,
	cycles: null,
	first_bill: 'current',
	term: { months: 0, notice_days: 0, renews: false },
	coupon: '',
	items: [ newItem() ],
} );

const isUntouched = ( { plan_id: plan, description, unit_price: price }: ItemDraft ) =>
	plan === null && description.trim() === '' && price === null;

/** Whether nothing is in it yet: the first plan brings its rhythm, its currency and what was agreed. */
export const isEmpty = ( { items }: Pick< Draft, 'items' > ): boolean => items.every( isUntouched );

/** A subscription has one rhythm and one currency. */
export const fits = ( draft: Draft, { interval, price }: Plan ): boolean =>
	isEmpty( draft ) ||
	( interval !== null &&
		interval.unit === draft.interval.unit &&
		interval.count === draft.interval.count &&
		price.currency === draft.currency );

/** With a plan added: its words and price are the subscription's own from here on. */
export function withPlan( draft: Draft, product: Product, plan: Plan ): Partial< Draft > {
	const item: ItemDraft = {
		plan_id: plan.id,
		description: product.name === plan.name ? plan.name : `${ product.name }: ${ plan.name }`,
		quantity: '1',
		unit_price: plan.price.amount,
		setup_fee: plan.setup_fee.amount,
	};
	if ( ! isEmpty( draft ) || ! plan.interval ) {
		return { items: [ ...draft.items.filter( ( one ) => ! isUntouched( one ) ), item ] };
	}
	const { interval, price, trial_days: trialDays, cycles } = plan;
	return { items: [ item ], interval, currency: price.currency, trial_days: trialDays, cycles };
}

/** Its first paid day has passed: the agency says what is billed of it. */
export const isPast = ( { starts_on: day, trial_days: trial }: Draft ): boolean =>
	/^\d{4}-\d{2}-\d{2}$/.test( day ) && plusDays( day, trial || 0 ) < today();

/** As the server takes it; what is no number is left for the contract to find. */
export const inputOf = ( draft: Draft ): SubscriptionInput =>
	( {
		...draft,
		first_bill: isPast( draft ) ? draft.first_bill : 'start',
		items: draft.items.map( ( { kept, ...item } ) => ( {
			...item,
			quantity: parseDecimal( item.quantity ) ?? item.quantity,
			discount: null,
			tax: null,
			...kept,
		} ) ),
	} ) as SubscriptionInput;

/** Checked as the request it becomes; each sentence stands at the field that was typed. */
export const typedSubscription = z.custom< Draft >().superRefine( ( draft, context ) => {
	const read = subscriptionInput.safeParse( inputOf( draft ), { reportInput: true } );
	for ( const issue of read.error?.issues ?? [] ) {
		const [ sentence = '' ] = Object.values( sentences( [ issue ] ) );
		context.addIssue( {
			code: 'custom',
			path: [ ...issue.path ],
			message: ownWords( draft, issue.path ) ?? sentence,
		} );
	}
} );

function ownWords( draft: Draft, [ field, index, name ]: readonly PropertyKey[] ): string | undefined {
	if ( field === 'client_id' ) {
		return __( 'Choose a client.', 'counterfoil' );
	}
	const item = field === 'items' && typeof index === 'number' ? draft.items[ index ] : undefined;
	return item && ( name === 'unit_price' || name === 'setup_fee' ) && item[ name ] === null
		? howToWriteAmount( draft.currency )
		: undefined;
}
