import { __, sprintf } from '@wordpress/i18n';
import { type PriceRiseInput, priceRiseInput } from '../../contract/subscriptions/price-rises';
import { call } from '../../shared/api';
import { formatDay } from '../../shared/dates';
import { formatMoney } from '../../shared/money';
import { Problem } from '../../shared/problem';
import { useAsked } from '../../shared/use-asked';
import './rise-preview.scss';

/** Each one's old price, new price and first day, as the server says; nothing while what is typed is not whole. */
export function RisePreview( { input }: { readonly input: PriceRiseInput } ) {
	const typed = priceRiseInput.safeParse( input ).success ? JSON.stringify( { ...input, message: '' } ) : '';
	const { answer, error } = useAsked( typed, ( text, signal ) =>
		call( 'price-rises.preview', { body: JSON.parse( text ) as PriceRiseInput }, { signal } )
	);
	if ( error ) {
		return <Problem error={ error } />;
	}
	return (
		<ul className="counterfoil-rise" aria-live="polite">
			{ answer?.items.map( ( { subscription, client, old, new: next, rhythm, first_on: day } ) => (
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
