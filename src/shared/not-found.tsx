import { Button } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { EmptyState } from './empty-state';
import { Page } from './page';

export function NotFound() {
	return (
		<Page title={ __( 'Page not found', 'counterfoil' ) }>
			<EmptyState
				text={ __( 'It may have been deleted, or the address may be wrong.', 'counterfoil' ) }
				action={
					<Button variant="primary" href="#/" __next40pxDefaultSize>
						{ __( 'Go to overview', 'counterfoil' ) }
					</Button>
				}
			/>
		</Page>
	);
}
