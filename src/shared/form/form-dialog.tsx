import { Button, Modal } from '@wordpress/components';
import type { ReactNode } from 'react';
import { DialogActions } from '../dialog-actions';
import { Problem } from '../problem';
import { FormFrame } from './form-frame';
import type { Sending } from './use-form';

interface Props {
	readonly title: string;
	/** The verb of the one primary button. */
	readonly button: string;
	readonly form: Sending;
	readonly onClose: () => void;
	/** It takes something away that does not come back. */
	readonly isDestructive?: boolean;
	/** A click beside it closes it: for where little is typed. */
	readonly closesOutside?: boolean;
	readonly children: ReactNode;
}

/** A small form in a dialog: the fields, one primary button, a way out. */
export function FormDialog( props: Props ) {
	const { title, button, form, onClose, isDestructive = false, closesOutside = false, children } = props;
	return (
		<Modal
			title={ title }
			onRequestClose={ onClose }
			shouldCloseOnClickOutside={ closesOutside }
			size="medium"
			focusOnMount="firstContentElement"
		>
			<FormFrame form={ form } className="counterfoil-app counterfoil-form">
				<Problem error={ form.error } />
				{ children }
				<DialogActions onCancel={ onClose }>
					<Button
						type="submit"
						variant="primary"
						isDestructive={ isDestructive }
						isBusy={ form.isBusy }
						disabled={ form.isBusy }
						accessibleWhenDisabled
						__next40pxDefaultSize
					>
						{ button }
					</Button>
				</DialogActions>
			</FormFrame>
		</Modal>
	);
}
