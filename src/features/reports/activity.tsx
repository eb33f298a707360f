import { __ } from '@wordpress/i18n';
import type { Event } from '../../contract/activity';
import { Timeline } from '../../domain/activity/timeline';

export function Activity( { events }: { readonly events: readonly Event[] } ) {
	return (
		<section className="counterfoil-panel" aria-labelledby="counterfoil-activity">
			<h2 id="counterfoil-activity">{ __( 'Recent activity', 'counterfoil' ) }</h2>
			{ events.length === 0 ? (
				<p className="counterfoil-panel__quiet">
					{ __( 'Activity by you and your clients will appear here.', 'counterfoil' ) }
				</p>
			) : (
				<Timeline events={ events } withClient />
			) }
		</section>
	);
}
