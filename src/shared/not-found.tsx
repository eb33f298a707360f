import { Button } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { EmptyState } from './empty-state';

export function NotFound() {
	return (
		<EmptyState
			title={ __( 'There is nothing here', 'counterfoil' ) }
			text={ __( 'It may have been deleted, or the address is not right.', 'counterfoil' ) }
			action={
				<Button variant="primary" href="#/" __next40pxDefaultSize>
					{ __( 'Go to the overview', 'counterfoil' ) }
				</Button>
			}
		/>
	);
}
