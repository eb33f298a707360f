import { Button } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { EmptyState } from './empty-state';

export function NotFound() {
	return (
		<EmptyState
			title={ __( 'Page not found', 'counterfoil' ) }
			text={ __( 'It may have been deleted, or the address may be wrong.', 'counterfoil' ) }
			action={
				<Button variant="primary" href="#/" __next40pxDefaultSize>
					{ __( 'Go to overview', 'counterfoil' ) }
				</Button>
			}
		/>
	);
}
