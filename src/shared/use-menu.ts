import { useEffect } from '@wordpress/element';

/** Screens that have no entry of their own, and the entry they belong to. */
const WITHIN: Readonly< Record< string, string > > = { 'credit-notes': 'invoices' };

/** WordPress' menu knows pages, not the app's screens: marks the entry of the screen that is shown. */
export function useMenu( location: string ): void {
	useEffect( () => {
		const first = location.split( /[/?]/ )[ 1 ] ?? '';
		const section = `/${ WITHIN[ first ] ?? first }`;
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
