import { useEffect, useMemo, useState } from '@wordpress/element';
import type { Money } from '../../../contract/common';
import { call } from '../../../shared/api';
import { useDebounced } from '../../../shared/use-debounced';
import { type Draft, typedSubscription, inputOf } from './draft';

/** What a whole period comes to, as the server adds it up; undefined while it is not known. */
export function usePeriodTotal( draft: Draft ): Money | undefined {
	const typed = useMemo(
		() =>
			typedSubscription.safeParse( { ...draft, client_id: draft.client_id ?? 1 } ).success
				? JSON.stringify( inputOf( draft ) )
				: '',
		[ draft ]
	);
	const text = useDebounced( typed, 200 );
	const [ total, setTotal ] = useState< { readonly of: string; readonly money: Money } | undefined >();
	useEffect( () => {
		if ( text === '' ) {
			return;
		}
		const abort = new AbortController();
		const {
			items,
			currency,
			tax_mode: taxMode,
			starts_on: day,
		} = JSON.parse( text ) as ReturnType< typeof inputOf >;
		const ask = async () => {
			try {
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
					{ signal: abort.signal }
				);
				setTotal( { of: text, money: totals.total } );
			} catch {
				// What is wrong with it is said when it is started.
				setTotal( undefined );
			}
		};
		void ask();
		return () => abort.abort();
	}, [ text ] );
	return total?.of === typed ? total.money : undefined;
}
