import { __ } from '@wordpress/i18n';
import { Timeline } from '../../domain/activity/timeline';
import { Problem } from '../../shared/problem';
import { useRead } from '../../shared/store';

/** What happened to a subscription, newest first. */
export function History( { id }: { readonly id: number } ) {
	const { data, error, reload } = useRead( 'subscriptions.events', { params: { id }, query: { per_page: 100 } } );
	return (
		<section className="counterfoil-panel" aria-labelledby="counterfoil-subscription-history">
			<h2 id="counterfoil-subscription-history">{ __( 'Activity', 'counterfoil' ) }</h2>
			<Problem error={ error } onRetry={ reload } />
			{ data && <Timeline events={ data.items } /> }
		</section>
	);
}
