import { useEffect, useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { type PriceRise, type PriceRiseInput, priceRiseInput } from '../../contract/subscriptions/price-rises';
import { ApiFailure, call } from '../../shared/api';
import { formatDay } from '../../shared/dates';
import { formatMoney } from '../../shared/money';
import { useDebounced } from '../../shared/use-debounced';
import './rise-preview.scss';

interface Answer {
	readonly of: string;
	readonly rows: readonly PriceRise[];
	/** Why they can't be raised like this, in sentences. */
	readonly problems: readonly string[];
}

/** Each one's old price, new price and first day, as the server says; nothing while what is typed is not whole. */
export function RisePreview( { input }: { readonly input: PriceRiseInput } ) {
	const typed = priceRiseInput.safeParse( input ).success ? JSON.stringify( { ...input, message: '' } ) : '';
	const text = useDebounced( typed, 200 );
	const [ answer, setAnswer ] = useState< Answer | undefined >();
	useEffect( () => {
		if ( text === '' ) {
			return;
		}
		const abort = new AbortController();
		const ask = async () => {
			try {
				const body = JSON.parse( text ) as PriceRiseInput;
				const { items } = await call( 'price-rises.preview', { body }, { signal: abort.signal } );
				setAnswer( { of: text, rows: items, problems: [] } );
			} catch ( thrown ) {
				if ( ! abort.signal.aborted ) {
					const { message } = ApiFailure.from( thrown );
					setAnswer( { of: text, rows: [], problems: [ message ] } );
				}
			}
		};
		void ask();
		return () => abort.abort();
	}, [ text ] );
	if ( answer?.of !== typed ) {
		return null;
	}
	return (
		<ul className="counterfoil-rise" aria-live="polite">
			{ answer.problems.map( ( problem ) => (
				<li key={ problem }>{ problem }</li>
			) ) }
			{ answer.rows.map( ( { subscription, client, old, new: next, rhythm, first_on: day } ) => (
				<li key={ subscription.id }>
					<strong dir="auto">{ client.name }</strong>
					<span dir="auto">{ subscription.name }</span>
					<span>
						{ sprintf(
							/* translators: 1: amount, 2: amount, 3: "every month", 4: date */
							__( '%1$s → %2$s %3$s, from %4$s', 'counterfoil' ),
							formatMoney( old ),
							formatMoney( next ),
							rhythm,
							formatDay( day )
						) }
					</span>
				</li>
			) ) }
		</ul>
	);
}
