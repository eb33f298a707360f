import { __, sprintf } from '@wordpress/i18n';
import type { Subscription } from '../../../contract/subscriptions/subscription';
import { rhythm } from '../../../domain/products/rhythm';
import { formatDay } from '../../../shared/dates';
import { formatMoney } from '../../../shared/money';
import { Problem } from '../../../shared/problem';
import type { ChangeDraft } from './draft';
import { usePreview } from './use-preview';

interface Props {
	readonly subscription: Subscription;
	readonly draft: ChangeDraft;
}

/** What is credited, what is billed at once, and what a period costs from then on: said by the server before anything happens. */
export function Summary( { subscription: { id, planned }, draft }: Props ) {
	const { answer: preview, error } = usePreview( id, draft );
	const then =
		draft.tax_mode === 'inclusive'
			? /* translators: 1: date, 2: amount, 3: "every month" */
				__( 'From %1$s: %2$s %3$s, including tax', 'counterfoil' )
			: /* translators: 1: date, 2: amount, 3: "every month" */
				__( 'From %1$s: %2$s %3$s, plus tax', 'counterfoil' );
	return (
		<section className="counterfoil-panel" aria-labelledby="counterfoil-change-summary" aria-live="polite">
			<h2 id="counterfoil-change-summary">{ __( 'What happens', 'counterfoil' ) }</h2>
			<Problem error={ error } />
			{ ! preview && ! error && (
				<p className="counterfoil-panel__quiet">{ __( 'Complete the items to see it.', 'counterfoil' ) }</p>
			) }
			{ preview && (
				<ul className="counterfoil-change__summary">
					{ preview.credits.map( ( { invoice, total } ) => (
						<li key={ invoice.id }>
							{ sprintf(
								/* translators: 1: amount, 2: invoice number */
								__( 'A credit note over %1$s for the unused days on invoice %2$s', 'counterfoil' ),
								formatMoney( total ),
								invoice.number
							) }
						</li>
					) ) }
					{ preview.bill && (
						<li>
							{ sprintf(
								/* translators: 1: amount, 2: date, 3: date */
								__(
									'An invoice over %1$s for %2$s – %3$s. What was paid for these days is used for it.',
									'counterfoil'
								),
								formatMoney( preview.bill.total ),
								formatDay( preview.bill.from ),
								formatDay( preview.bill.to )
							) }
						</li>
					) }
					{ preview.next_on && (
						<li>
							{ sprintf(
								then,
								formatDay( preview.next_on ),
								formatMoney( preview.period ),
								rhythm( draft.interval )
							) }
						</li>
					) }
					{ planned && (
						<li>
							{ sprintf(
								/* translators: 1: date, 2: amount, 3: "every month" */
								__( 'This replaces what is planned from %1$s: %2$s %3$s.', 'counterfoil' ),
								formatDay( planned.on ),
								formatMoney( planned.amount ),
								planned.rhythm
							) }
						</li>
					) }
				</ul>
			) }
		</section>
	);
}
