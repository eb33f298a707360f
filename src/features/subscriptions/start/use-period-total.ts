import { useMemo } from '@wordpress/element';
import type { Money } from '../../../contract/common';
import { call } from '../../../shared/api';
import { useAsked } from '../../../shared/use-asked';
import { type Draft, inputOf, typedSubscription } from './draft';

/** What a whole period comes to, as the server adds it up; undefined while it is not known. */
export function usePeriodTotal( draft: Draft ): Money | undefined {
	const typed = useMemo(
		() =>
			typedSubscription.safeParse( { ...draft, client_id: draft.client_id ?? 1 } ).success
				? JSON.stringify( inputOf( draft ) )
				: '',
		[ draft ]
	);
	// What is wrong with it is said when it is started.
	const { answer } = useAsked( typed, async ( text, signal ) => {
		const {
			items,
			currency,
			tax_mode: taxMode,
			starts_on: day,
		} = JSON.parse( text ) as ReturnType< typeof inputOf >;
		const { totals } = await call(
			'invoices.preview',
			{
				body: {
					client_id: null,
					website_id: null,
					currency,
					tax_mode: taxMode,
					due_date: day,
					lines: items.map( ( { setup_fee: _fee, ...line } ) => line ),
					discount: null,
					message: '',
				},
			},
			{ signal }
		);
		return totals.total;
	} );
	return answer;
}
