import { getElement, store, withSyncEvent } from '@wordpress/interactivity';
import './choose';
import './pay';
import './copy';
import './methods';

/** The profile menu opens without a script; with one it also closes by Escape and when it is left. */
store( 'client-portal', {
	actions: {
		closeMenu: withSyncEvent( ( event: KeyboardEvent ) => {
			const menu = getElement().ref;
			if ( event.key === 'Escape' && menu instanceof HTMLDetailsElement && menu.open ) {
				menu.open = false;
				menu.querySelector( 'summary' )?.focus();
			}
		} ),
		leaveMenu: withSyncEvent( ( event: FocusEvent ) => {
			const menu = getElement().ref;
			if ( menu instanceof HTMLDetailsElement && event.relatedTarget instanceof Node ) {
				menu.open = menu.contains( event.relatedTarget );
			}
		} ),
	},
} );
