import { getContext, getElement, store, withSyncEvent } from '@wordpress/interactivity';
import { post } from '../shared/post';

/** Made by includes/Portal/Blocks/LoginBlock.php. */
interface LoginContext {
	/** Where the form is sent; empty when the browser does it by itself. */
	url: string;
	body: readonly string[];
	sentUrl: string;
	error: string;
	isBusy: boolean;
	isShown: boolean;
	offline: string;
	show: string;
	hide: string;
}

type Sent = { redirect_to?: string; done?: true };

const context = () => getContext< LoginContext >();

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
		send: withSyncEvent( function* ( event: SubmitEvent ) {
			const form = event.target as HTMLFormElement;
			const here = context();
			if ( ! here.url ) {
				return;
			}
			event.preventDefault();
			if ( here.isBusy ) {
				return;
			}
			here.isBusy = true;
			here.error = '';
			const fields = new FormData( form );
			const body = Object.fromEntries(
				here.body
					.map( ( name ) => [ name, String( fields.get( name ) ?? '' ) ] as const )
					.filter( ( [ name, value ] ) => value !== '' || name === 'password' )
			);
			const answer: Awaited< ReturnType< typeof post< Sent > > > = yield post< Sent >( here.url, body );
			if ( answer.ok ) {
				// Busy until the next page is there.
				window.location.assign( answer.data.redirect_to ?? here.sentUrl );
				return;
			}
			here.isBusy = false;
			here.error = answer.message || here.offline;
			const field = answer.fields.length > 0 ? answer.fields[ 0 ]?.slice( 1 ) : '';
			const wrong = field ? form.querySelector< HTMLElement >( `[name="${ CSS.escape( field ) }"]` ) : null;
			( wrong ?? form.querySelector< HTMLElement >( '[role="alert"]' ) )?.focus();
		} ),
		show() {
			context().isShown = ! context().isShown;
		},
	},
	callbacks: {
		/** Without a script it would do nothing, so it is only there with one. */
		showButton() {
			getElement().ref?.removeAttribute( 'hidden' );
		},
	},
} );
