import { useEffect, useRef } from '@wordpress/element';

/** Ctrl+S, and ⌘S on a Mac, save what is on screen instead of the page's source. */
export function useSaveShortcut( save: () => void ): void {
	const latest = useRef( save );
	useEffect( () => {
		latest.current = save;
	}, [ save ] );
	useEffect( () => {
		const onKeyDown = ( event: KeyboardEvent ) => {
			if ( ( event.ctrlKey || event.metaKey ) && ! event.altKey && event.key.toLowerCase() === 's' ) {
				event.preventDefault();
				latest.current();
			}
		};
		window.addEventListener( 'keydown', onKeyDown );
		return () => window.removeEventListener( 'keydown', onKeyDown );
	}, [] );
}
