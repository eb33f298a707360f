import { Button, Modal } from '@wordpress/components';
import { useState } from '@wordpress/element';
import type { ReactNode } from 'react';
import { DialogActions } from './dialog-actions';

interface Question {
	readonly text: ReactNode;
	/** The verb on the button: "Delete plan". */
	readonly button: string;
	readonly onConfirm: () => void;
	/** False for what is only weighty, like sending. */
	readonly isDestructive?: boolean;
}

/**
 * Asks before what can't be undone: `ask( { text, button, onConfirm } )`, and `dialog` somewhere in
 * what is rendered.
 */
export function useConfirm(): { ask: ( question: Question ) => void; dialog: ReactNode } {
	const [ question, setQuestion ] = useState< Question | null >( null );
	const close = () => setQuestion( null );
	const dialog = question && (
		<Modal title={ question.button } onRequestClose={ close } size="small">
			<div className="counterfoil-app counterfoil-form">
				<p className="counterfoil-confirm">{ question.text }</p>
				<DialogActions onCancel={ close }>
					<Button
						variant="primary"
						isDestructive={ question.isDestructive ?? true }
						onClick={ () => {
							close();
							question.onConfirm();
						} }
						__next40pxDefaultSize
					>
						{ question.button }
					</Button>
				</DialogActions>
			</div>
		</Modal>
	);
	return { ask: setQuestion, dialog };
}
