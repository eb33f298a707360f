import { Button, Modal } from '@wordpress/components';
import { useEffect, useRef, useState } from '@wordpress/element';
import type { ReactNode } from 'react';
import { ApiFailure } from '../api';
import { DialogActions } from '../dialog-actions';
import { Problem } from '../problem';
import { toast } from '../toasts';
import type { ActionModalProps } from './action';

interface Question< Item > {
	readonly text: ( item: Item ) => string;
	/** The verb on the button, and the dialog's title: "Delete plan". */
	readonly button: string;
	/** False for what is only weighty, like sending. */
	readonly isDestructive?: boolean;
	/** Resolves to what to say when it is done. */
	readonly run: ( item: Item ) => Promise< string | undefined >;
}

/** The dialog of an action that can't be undone: asks, does it, says at the same place why it was not done. */
export function confirming< Item >( question: Question< Item > ): ( props: ActionModalProps< Item > ) => ReactNode {
	return function Confirm( { items: [ item ], onClose }: ActionModalProps< Item > ) {
		const [ isBusy, setBusy ] = useState( false );
		const [ error, setError ] = useState< ApiFailure | undefined >();
		const isHere = useRef( true );
		useEffect( () => () => void ( isHere.current = false ), [] );
		if ( item === undefined ) {
			return null;
		}
		const confirm = async () => {
			setBusy( true );
			setError( undefined );
			try {
				const done = await question.run( item );
				onClose();
				if ( done ) {
					toast( done );
				}
			} catch ( thrown ) {
				const failure = ApiFailure.from( thrown );
				if ( ! isHere.current ) {
					// The screen was left meanwhile, with the dialog on it.
					toast( failure.message );
					return;
				}
				setBusy( false );
				setError( failure );
			}
		};
		return (
			<Modal title={ question.button } onRequestClose={ onClose } size="small">
				<div className="counterfoil-app counterfoil-form">
					<Problem error={ error } />
					<p className="counterfoil-confirm">{ question.text( item ) }</p>
					<DialogActions onCancel={ onClose }>
						<Button
							variant="primary"
							isDestructive={ question.isDestructive ?? true }
							isBusy={ isBusy }
							disabled={ isBusy }
							accessibleWhenDisabled
							onClick={ () => void confirm() }
							__next40pxDefaultSize
						>
							{ question.button }
						</Button>
					</DialogActions>
				</div>
			</Modal>
		);
	};
}
