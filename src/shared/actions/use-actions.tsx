import { useState } from '@wordpress/element';
import type { ReactNode } from 'react';
import { ApiFailure } from '../api';
import { toast } from '../toasts';
import type { ItemAction } from './action';

interface Started< Item > {
	readonly action: ItemAction< Item >;
	readonly items: readonly Item[];
}

export interface Actions< Item > {
	readonly start: ( action: ItemAction< Item >, items: readonly Item[] ) => void;
	/** Belongs somewhere in what is rendered: what an action asks. */
	readonly dialog: ReactNode;
	readonly isBusy: boolean;
	/** Why the last one was not done. */
	readonly error: ApiFailure | undefined;
	readonly clearError: () => void;
}

/**
 * Starts actions: opens their dialog, or does them and says so. The dialog keeps what it was opened with, also when
 * the list is read anew below it.
 */
export function useActions< Item >(): Actions< Item > {
	const [ asked, setAsked ] = useState< Started< Item > | null >( null );
	const [ isBusy, setBusy ] = useState( false );
	const [ error, setError ] = useState< ApiFailure | undefined >();

	const start = async ( action: ItemAction< Item >, items: readonly Item[] ) => {
		setError( undefined );
		if ( action.RenderModal ) {
			setAsked( { action, items } );
			return;
		}
		setBusy( true );
		try {
			const done = await action.run?.( items );
			if ( done ) {
				toast( done );
			}
		} catch ( thrown ) {
			setError( ApiFailure.from( thrown ) );
		} finally {
			setBusy( false );
		}
	};
	const Modal = asked?.action.RenderModal;
	return {
		start: ( action, items ) => void start( action, items ),
		dialog: asked && Modal && <Modal items={ asked.items } onClose={ () => setAsked( null ) } />,
		isBusy,
		error,
		clearError: () => setError( undefined ),
	};
}
