import { Button, Modal } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { ReactNode } from 'react';

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
				<div className="counterfoil-form__actions">
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
					<Button variant="tertiary" onClick={ close } __next40pxDefaultSize>
						{ __( 'Cancel', 'counterfoil' ) }
					</Button>
				</div>
			</div>
		</Modal>
	);
	return { ask: setQuestion, dialog };
}
