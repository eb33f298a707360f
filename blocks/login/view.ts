import { getContext, getElement, store, withSyncEvent } from '@wordpress/interactivity';

/** Made by includes/Portal/Blocks/LoginBlock.php. */
interface LoginContext {
	isBusy: boolean;
	isShown: boolean;
	show: string;
	hide: string;
}

const context = () => getContext< LoginContext >();

/**
 * The browser sends the form by itself: a site that closes its REST API, and a plugin that answers with a form of its own
 * for a second factor, are met as on WordPress' own log-in.
 */
store( 'client-login', {
	state: {
		get passwordType(): string {
			return context().isShown ? 'text' : 'password';
		},
		get showLabel(): string {
			return context().isShown ? context().hide : context().show;
		},
	},
	actions: {
		/** A link works once: clicking twice must not send it twice. */
		send: withSyncEvent( ( event: SubmitEvent ) => {
			if ( context().isBusy ) {
				event.preventDefault();
			}
			context().isBusy = true;
		} ),
		/** Whoever comes back to the page finds the form as it was. */
		settle() {
			context().isBusy = false;
		},
		show() {
			context().isShown = ! context().isShown;
		},
	},
	callbacks: {
		/** Without a script it would do nothing, so it is only there with one. */
		showButton() {
			getElement().ref?.removeAttribute( 'hidden' );
		},
		/** The page has come back with a sentence about what was sent. */
		focusError() {
			const { ref } = getElement();
			if ( ref && ! ref.hidden ) {
				ref.focus();
			}
		},
	},
} );
