import { __, sprintf } from '@wordpress/i18n';
import { rhythm } from '../../../domain/products/rhythm';
import { formatMoney } from '../../../shared/money';
import type { Draft } from './draft';
import { usePeriodTotal } from './use-period-total';

/** What the client will pay for each period, said by the server. */
export function PeriodTotal( { draft }: { readonly draft: Draft } ) {
	const total = usePeriodTotal( draft );
	const pattern =
		draft.tax_mode === 'inclusive'
			? /* translators: 1: amount, 2: "every month" */
				__( 'The client pays %1$s %2$s, including tax.', 'counterfoil' )
			: /* translators: 1: amount, 2: "every month" */
				__( 'The client pays %1$s %2$s, plus tax.', 'counterfoil' );
	return (
		<p className="counterfoil-start__total" aria-live="polite">
			{ total && sprintf( pattern, formatMoney( total ), rhythm( draft.interval ) ) }
		</p>
	);
}
