import { Spinner } from '@wordpress/components';
import { __ } from '@wordpress/i18n';

/** A screen that is on its way. Takes the room of one, so that nothing jumps. */
export function Loading() {
	return (
		<div className="counterfoil-loading" role="status" aria-label={ __( 'Loading…', 'counterfoil' ) }>
			<Spinner />
		</div>
	);
}
