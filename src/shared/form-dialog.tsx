import { Button, Modal } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import type { ReactNode } from 'react';
import type { ApiFailure } from './api';
import { Problem } from './problem';

interface Props {
	readonly title: string;
	/** The verb of the one primary button. */
	readonly button: string;
	readonly isBusy: boolean;
	readonly error: ApiFailure | undefined;
	readonly onSubmit: ( event: { preventDefault: () => void } ) => void;
	readonly onClose: () => void;
	readonly children: ReactNode;
}

/** A small form in a dialog: the fields, one primary button, a way out. */
export function FormDialog( { title, button, isBusy, error, onSubmit, onClose, children }: Props ) {
	return (
		<Modal
			title={ title }
			onRequestClose={ onClose }
			shouldCloseOnClickOutside={ false }
			size="medium"
			focusOnMount="firstContentElement"
		>
			<form className="counterfoil-app counterfoil-form" noValidate onSubmit={ onSubmit }>
				<Problem error={ error } />
				{ children }
				<div className="counterfoil-form__actions">
					<Button type="submit" variant="primary" isBusy={ isBusy } disabled={ isBusy } __next40pxDefaultSize>
						{ button }
					</Button>
					<Button variant="tertiary" onClick={ onClose } __next40pxDefaultSize>
						{ __( 'Cancel', 'counterfoil' ) }
					</Button>
				</div>
			</form>
		</Modal>
	);
}
