import { Button } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { sendLabel } from './send-dialog';

interface Props {
	/** What the invoice comes to, once there is a line. */
	readonly total: string | undefined;
	/** What is shown is older than what is typed. */
	readonly isStale: boolean;
	readonly isBusy: boolean;
	readonly canPreview: boolean;
	readonly canSave: boolean;
	readonly onPreview: () => void;
	readonly onSave: () => void;
	readonly onSend: () => void;
}

/** What can be done with what is typed. */
export function Actions( { total, isStale, isBusy, canPreview, canSave, onPreview, onSave, onSend }: Props ) {
	return (
		<>
			<Button
				variant="tertiary"
				disabled={ ! canPreview }
				accessibleWhenDisabled
				onClick={ onPreview }
				__next40pxDefaultSize
			>
				{ __( 'Preview', 'counterfoil' ) }
			</Button>
			<Button
				variant="secondary"
				disabled={ ! canSave }
				accessibleWhenDisabled
				onClick={ onSave }
				__next40pxDefaultSize
			>
				{ __( 'Save draft', 'counterfoil' ) }
			</Button>
			<Button
				variant="primary"
				className={ `counterfoil-editor__send${ isStale ? ' is-stale' : '' }` }
				isBusy={ isBusy }
				disabled={ isBusy }
				accessibleWhenDisabled
				onClick={ onSend }
				__next40pxDefaultSize
			>
				{ sendLabel( total ) }
			</Button>
		</>
	);
}
