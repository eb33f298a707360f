import { useEffect } from '@wordpress/element';
import { __ } from '@wordpress/i18n';

/** Asks before the page is left, or another screen is opened, while something is not saved. */
export function useUnsavedGuard( isUnsaved: boolean ): void {
	useEffect( () => {
		if ( ! isUnsaved ) {
			return;
		}
		const question = __( 'Your changes are not saved. Leave this page all the same?', 'counterfoil' );
		const onUnload = ( event: BeforeUnloadEvent ) => event.preventDefault();
		const onClick = ( event: MouseEvent ) => {
			const link = ( event.target as Element | null )?.closest?.( 'a[href*="#/"]' );
			// eslint-disable-next-line no-alert
			if ( link && ! window.confirm( question ) ) {
				event.preventDefault();
				event.stopPropagation();
			}
		};
		window.addEventListener( 'beforeunload', onUnload );
		document.addEventListener( 'click', onClick, true );
		return () => {
			window.removeEventListener( 'beforeunload', onUnload );
			document.removeEventListener( 'click', onClick, true );
		};
	}, [ isUnsaved ] );
}
