import { Notice } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import { type PriceRise, type PriceRiseInput, priceRiseInput } from '../../../contract/subscriptions/price-rises';
import { call } from '../../../shared/api';
import { formatDay } from '../../../shared/dates';
import { formatMoney } from '../../../shared/money';
import { Problem } from '../../../shared/problem';
import { useAsked } from '../../../shared/use-asked';
import { inputOf, type RiseDraft } from './draft';
import './preview.scss';
import { subscriptionsOf } from './words';

/** Each one's old price, new price and first day, as the server says; nothing while what is typed is not whole. */
export function RisePreview( { draft }: { readonly draft: RiseDraft } ) {
	const input = inputOf( draft );
	const isWhole =
		( input.plan_id !== null || input.subscriptions.length > 0 ) && priceRiseInput.safeParse( input ).success;
	const { answer, error } = useAsked( isWhole ? JSON.stringify( { ...input, message: '' } ) : '', ( text, signal ) =>
		call( 'price-rises.preview', { body: JSON.parse( text ) as PriceRiseInput }, { signal } )
	);
	if ( error ) {
		return <Problem error={ error } />;
	}
	const { items = [], left_out: leftOut = [], has_more: hasMore = false } = answer ?? {};
	return (
		<div aria-live="polite">
			{ answer && draft.plan_id !== null && (
				<p className="counterfoil-rise__count">
					{ items.length > 0
						? subscriptionsOf( items.length )
						: __(
								'This plan has no subscriptions whose price can go up from that day on.',
								'counterfoil'
							) }
				</p>
			) }
			{ hasMore && (
				<Notice status="info" isDismissible={ false }>
					{ __(
						'This plan has more subscriptions than are raised at once. Raise these first, then the others in the same way.',
						'counterfoil'
					) }
				</Notice>
			) }
			<ul className="counterfoil-rise">
				{ items.map( ( rise ) => (
					<li key={ rise.subscription.id }>
						<strong dir="auto">{ rise.client.name }</strong>
						<span dir="auto">{ rise.subscription.name }</span>
						<span>{ risen( rise ) }</span>
					</li>
				) ) }
				{ leftOut.map( ( { subscription, client, why } ) => (
					<li key={ subscription.id } className="counterfoil-panel__quiet">
						<strong dir="auto">{ client.name }</strong>
						<span>{ why }</span>
					</li>
				) ) }
			</ul>
		</div>
	);
}

/** "€100.00 → €105.00 every month, from January 1, 2027" */
const risen = ( { old, new: next, rhythm, first_on: day }: PriceRise ) =>
	sprintf(
		/* translators: 1: amount, 2: amount, 3: "every month", 4: date */
		__( '%1$s → %2$s %3$s, from %4$s', 'counterfoil' ),
		formatMoney( old ),
		formatMoney( next ),
		rhythm,
		formatDay( day )
	);
