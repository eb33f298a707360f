import { useMemo } from '@wordpress/element';
import type { Money } from '../../../contract/common';
import type { AppliedCoupon } from '../../../contract/invoices';
import { call } from '../../../shared/api';
import { type Asked, useAsked } from '../../../shared/use-asked';
import { type Draft, inputOf, typedSubscription } from './draft';

export interface PeriodTotal {
	readonly total: Money;
	readonly coupon: AppliedCoupon | null;
}

/**
 * What a whole period comes to, as the server adds it up; undefined while it is not known.
 *
 * @param draft      The subscription as it is typed.
 * @param withCoupon Less its coupon; nothing is asked where there is none.
 */
export function usePeriodTotal( draft: Draft, withCoupon: boolean ): Asked< PeriodTotal > {
	const typed = useMemo(
		() =>
			( ! withCoupon || draft.coupon ) &&
			typedSubscription.safeParse( { ...draft, client_id: draft.client_id ?? 1 } ).success
				? JSON.stringify( inputOf( draft ) )
				: '',
		[ draft, withCoupon ]
	);
	// What is wrong with it is said when it is started; of its coupon at once.
	return useAsked( typed, async ( text, signal ) => {
		const {
			client_id: client,
			items,
			currency,
			tax_mode: taxMode,
			starts_on: day,
			coupon,
		} = JSON.parse( text ) as ReturnType< typeof inputOf >;
		const { totals, coupon: applied } = await call(
			'invoices.preview',
			{
				body: {
					client_id: withCoupon ? client : null,
					website_id: null,
					currency,
					tax_mode: taxMode,
					due_date: day,
					lines: items.map( ( { setup_fee: _fee, ...line } ) => line ),
					discount: null,
					message: '',
					...( withCoupon && coupon ? { coupon } : {} ),
				},
			},
			{ signal }
		);
		return { total: totals.total, coupon: applied };
	} );
}
