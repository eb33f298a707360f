import { getElement, store } from '@wordpress/interactivity';

/** Milliseconds for which a button says that it was copied. */
const SAID = 3_000;

/** Copies what a bank's form asks for; where the browser doesn't let us, it is still there to be read. */
store( 'client-transfer', {
	actions: {
		async copy() {
			const button = getElement().ref;
			const words = button?.querySelector( 'span' );
			if ( ! button || ! words || words.textContent === button.dataset.done ) {
				return;
			}
			const before = words.textContent;
			await navigator.clipboard.writeText( button.dataset.copy ?? '' );
			words.textContent = button.dataset.done ?? before;
			setTimeout( () => ( words.textContent = before ), SAID );
		},
	},
} );
