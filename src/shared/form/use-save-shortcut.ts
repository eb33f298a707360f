import { useEffect, useRef } from '@wordpress/element';
import type { RefObject } from 'react';

/** Ctrl+S, and ⌘S on a Mac, save the form instead of the page's source; below a dialog nothing is saved. */
export function useSaveShortcut( form: RefObject< HTMLElement >, save: () => void ): void {
	const latest = useRef( save );
	useEffect( () => {
		latest.current = save;
	} );
	useEffect( () => {
		const onKeyDown = ( event: KeyboardEvent ) => {
			if ( ! ( event.ctrlKey || event.metaKey ) || event.altKey || event.key.toLowerCase() !== 's' ) {
				return;
			}
			event.preventDefault();
			const dialog = [ ...document.querySelectorAll( '.components-modal__frame' ) ].at( -1 );
			if ( ! event.repeat && ( ! dialog || dialog.contains( form.current ) ) ) {
				latest.current();
			}
		};
		window.addEventListener( 'keydown', onKeyDown );
		return () => window.removeEventListener( 'keydown', onKeyDown );
	}, [ form ] );
}
