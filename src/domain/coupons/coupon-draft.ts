import { z } from 'zod';
import { type Coupon, couponInput, type CouponInput } from '../../contract/coupons';
import { boot } from '../../shared/boot';
import type { TypedMoney } from '../../shared/form/money-field';

type Scoped = Coupon[ 'scope' ][ number ];

/** A coupon while it is typed: both values are kept, so that choosing the other one loses nothing. */
export interface CouponDraft {
	readonly code: string;
	readonly name: string;
	readonly value: {
		readonly type: 'percent' | 'amount';
		readonly percent: string;
		readonly amounts: readonly TypedMoney[];
	};
	readonly duration: CouponInput[ 'duration' ];
	readonly cycles: number | null;
	readonly max_uses: number | null;
	readonly max_uses_per_client: number | null;
	/** Days; empty for none. */
	readonly valid_from: string;
	readonly valid_until: string;
	/** Empty for everything. */
	readonly scope: readonly Scoped[];
}

export const newCoupon = (): CouponDraft => ( {
	code: '',
	name: '',
	value: { type: 'percent', percent: '', amounts: [ { amount: null, currency: boot().currency } ] },
	duration: 'once',
	cycles: null,
	max_uses: null,
	max_uses_per_client: null,
	valid_from: '',
	valid_until: '',
	scope: [],
} );

export const draftOfCoupon = ( coupon: Coupon ): CouponDraft => ( {
	...newCoupon(),
	code: coupon.code,
	name: coupon.name,
	value:
		coupon.value.type === 'percent'
			? { ...newCoupon().value, type: 'percent', percent: coupon.value.percent }
			: { type: 'amount', percent: '', amounts: coupon.value.amounts },
	duration: coupon.duration,
	cycles: coupon.cycles,
	max_uses: coupon.max_uses,
	max_uses_per_client: coupon.max_uses_per_client,
	valid_from: coupon.valid_from ?? '',
	valid_until: coupon.valid_until ?? '',
	scope: coupon.scope,
} );

const idsOf = ( scope: readonly Scoped[], type: Scoped[ 'type' ] ) =>
	scope.filter( ( one ) => one.type === type ).map( ( { id } ) => id );

/** As it is sent. */
export const inputOf = ( { scope, value, ...draft }: CouponDraft ): CouponInput => ( {
	...draft,
	code: draft.code.trim(),
	value:
		value.type === 'percent'
			? { type: 'percent', percent: value.percent }
			: { type: 'amount', amounts: value.amounts as { amount: number; currency: string }[] },
	cycles: draft.duration === 'cycles' ? draft.cycles : null,
	valid_from: draft.valid_from || null,
	valid_until: draft.valid_until || null,
	product_ids: idsOf( scope, 'product' ),
	plan_ids: idsOf( scope, 'plan' ),
} );

/** What is typed is checked as what is sent. */
export const couponDraft = z.preprocess( ( draft ) => inputOf( draft as CouponDraft ), couponInput );
