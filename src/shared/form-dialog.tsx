import { Button, Modal } from '@wordpress/components';
import type { ReactNode } from 'react';
import type { ApiFailure } from './api';
import { DialogActions } from './dialog-actions';
import { Problem } from './problem';

interface Props {
	readonly title: string;
	/** The verb of the one primary button. */
	readonly button: string;
	readonly isBusy: boolean;
	readonly error: ApiFailure | undefined;
	readonly onSubmit: ( event: { preventDefault: () => void } ) => void;
	readonly onClose: () => void;
	/** A click beside it closes it: for where little is typed. */
	readonly closesOutside?: boolean;
	readonly children: ReactNode;
}

/** A small form in a dialog: the fields, one primary button, a way out. */
export function FormDialog( {
	title,
	button,
	isBusy,
	error,
	onSubmit,
	onClose,
	closesOutside = false,
	children,
}: Props ) {
	return (
		<Modal
			title={ title }
			onRequestClose={ onClose }
			shouldCloseOnClickOutside={ closesOutside }
			size="medium"
			focusOnMount="firstContentElement"
		>
			<form className="counterfoil-app counterfoil-form" noValidate onSubmit={ onSubmit }>
				<Problem error={ error } />
				{ children }
				<DialogActions onCancel={ onClose }>
					<Button type="submit" variant="primary" isBusy={ isBusy } disabled={ isBusy } __next40pxDefaultSize>
						{ button }
					</Button>
				</DialogActions>
			</form>
		</Modal>
	);
}
