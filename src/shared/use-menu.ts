import { useEffect } from '@wordpress/element';

/** WordPress' menu knows pages, not the app's screens: marks the entry of the screen that is shown. */
export function useMenu( location: string ): void {
	useEffect( () => {
		const section = `/${ location.split( /[/?]/ )[ 1 ] ?? '' }`;
		document
			.querySelectorAll< HTMLAnchorElement >( '#toplevel_page_counterfoil .wp-submenu a' )
			.forEach( ( link ) => {
				const isCurrent = ( link.hash || '#/' ) === `#${ section }`;
				link.classList.toggle( 'current', isCurrent );
				link.parentElement?.classList.toggle( 'current', isCurrent );
				if ( isCurrent ) {
					link.setAttribute( 'aria-current', 'page' );
				} else {
					link.removeAttribute( 'aria-current' );
				}
			} );
	}, [ location ] );
}
