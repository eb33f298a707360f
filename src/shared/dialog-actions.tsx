import { Button } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import type { ReactNode } from 'react';

interface Props {
	readonly onCancel: () => void;
	/** The one primary button. */
	readonly children: ReactNode;
}

/** What ends a dialog: its verb, and a way out. */
export function DialogActions( { onCancel, children }: Props ) {
	return (
		<div className="counterfoil-form__actions">
			{ children }
			<Button variant="tertiary" onClick={ onCancel } __next40pxDefaultSize>
				{ __( 'Cancel', 'counterfoil' ) }
			</Button>
		</div>
	);
}
