import { Button, Notice } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import type { ApiFailure } from './api';

interface Props {
	readonly error: ApiFailure | undefined;
	/** Offers another try. */
	readonly onRetry?: () => void;
	readonly onDismiss?: () => void;
}

/** What went wrong, where it went wrong. Nothing when nothing did. */
export function Problem( { error, onRetry, onDismiss }: Props ) {
	if ( ! error ) {
		return null;
	}
	return (
		<Notice
			status="error"
			isDismissible={ onDismiss !== undefined }
			onRemove={ onDismiss ?? ( () => undefined ) }
			className="counterfoil-problem"
		>
			{ error.message }{ ' ' }
			{ onRetry && (
				<Button variant="link" onClick={ onRetry }>
					{ __( 'Try again', 'counterfoil' ) }
				</Button>
			) }
		</Notice>
	);
}
