import { useEffect, useRef } from '@wordpress/element';

interface Shortcuts {
	/** While something is under way, or a dialog has the keyboard. */
	readonly isOff: boolean;
	readonly onSave: () => void;
	readonly onSend: () => void;
}

/** Ctrl or ⌘ with S saves, with Enter sends. */
export function useShortcuts( shortcuts: Shortcuts ): void {
	const latest = useRef( shortcuts );
	useEffect( () => {
		latest.current = shortcuts;
	} );
	useEffect( () => {
		const onKeyDown = ( event: KeyboardEvent ) => {
			const { isOff, onSave, onSend } = latest.current;
			const action = { s: onSave, enter: onSend }[ event.key.toLowerCase() ];
			if ( ! action || ! ( event.ctrlKey || event.metaKey ) || event.altKey ) {
				return;
			}
			// The browser's own "save page" is of no use here either way.
			event.preventDefault();
			const isInDialog = ( event.target as Element | null )?.closest?.( '.components-modal__frame' );
			if ( ! isOff && ! isInDialog && ! event.repeat ) {
				action();
			}
		};
		window.addEventListener( 'keydown', onKeyDown );
		return () => window.removeEventListener( 'keydown', onKeyDown );
	}, [] );
}
