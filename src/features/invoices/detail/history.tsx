import { __ } from '@wordpress/i18n';
import { Problem } from '../../../shared/problem';
import { useRead } from '../../../shared/store';
import { Timeline } from '../../../domain/activity/timeline';

/** Who did what with this invoice, and when. */
export function History( { invoiceId }: { readonly invoiceId: number } ) {
	const { data, error, reload } = useRead( 'invoices.events', {
		params: { id: invoiceId },
		query: { per_page: 100 },
	} );
	return (
		<section className="counterfoil-panel" aria-labelledby="counterfoil-invoice-history">
			<h2 id="counterfoil-invoice-history">{ __( 'Activity', 'counterfoil' ) }</h2>
			<Problem error={ error } onRetry={ reload } />
			{ data && <Timeline events={ data.items } /> }
		</section>
	);
}
