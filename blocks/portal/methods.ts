import { getContext, getElement, store, withSyncEvent } from '@wordpress/interactivity';
import type { PortalKeeping } from '../../src/contract/payments/methods';
import { openForm } from '../shared/gateway';
import type { GatewayForm } from '../shared/gateway';
import { post } from '../shared/post';
import type { Answer } from '../shared/post';

/** Made by includes/Payments/Methods/Portal/MethodsScreen.php. */
interface MethodsContext {
	isOpen: boolean;
	isBusy: boolean;
	isReady: boolean;
	error: string;
	/** The gateway's id of what is being added. */
	keeping: string;
	addUrl: string;
	keptUrl: string;
	nonce: string;
	business: string;
	colours: { brand: string; on_brand: string };
	/** Query arguments that gateways add to the address on the way back from a bank. */
	left: readonly string[];
	words: Record< 'unavailable' | 'again' | 'stale', string >;
}

let form: GatewayForm | null = null;

store( 'client-methods', {
	actions: {
		add() {
			begin( getContext< MethodsContext >(), root() );
		},
		save: withSyncEvent( ( event: SubmitEvent ) => {
			event.preventDefault();
			save( getContext< MethodsContext >(), root() );
		} ),
	},
	callbacks: {
		begin() {
			const address = new URL( window.location.href );
			getContext< MethodsContext >().left.forEach( ( added ) => address.searchParams.delete( added ) );
			window.history.replaceState( window.history.state, '', address );
		},
	},
} );

const root = (): ParentNode => getElement().ref?.closest( '.cf-methods' ) ?? document;

/** Begins to keep a method and shows where to type it in. */
async function begin( here: MethodsContext, at: ParentNode ): Promise< void > {
	if ( here.isBusy ) {
		return;
	}
	here.isBusy = true;
	here.error = '';
	const answer = await post< PortalKeeping >( here.addUrl, undefined, here.nonce );
	const field = at.querySelector< HTMLElement >( '#cf-method-field' );
	if ( ! answer.ok || ! answer.data.gateway || ! field ) {
		here.isBusy = false;
		fail( here, at, answer.ok ? here.words.unavailable : said( here, answer ) );
		return;
	}
	here.keeping = answer.data.keeping;
	here.isOpen = true;
	const onUnavailable = () => fail( here, at, here.words.unavailable );
	const onReady = () => {
		here.isReady = true;
	};
	const { colours, business } = here;
	form = await openForm( answer.data.gateway, { field, colours, business, onReady, onUnavailable } ).catch(
		() => null
	);
	here.isBusy = false;
	if ( ! form ) {
		onUnavailable();
	}
}

/** What was confirmed is read from the gateway by the server; the page then says all of it anew. */
async function save( here: MethodsContext, at: ParentNode ): Promise< void > {
	if ( here.isBusy || ! form ) {
		return;
	}
	here.isBusy = true;
	here.error = '';
	const confirmed = await form.confirm();
	if ( confirmed.is === 'incomplete' ) {
		here.isBusy = false;
		return;
	}
	const answer = await post< PortalKeeping >( here.keptUrl, { keeping: here.keeping }, here.nonce );
	here.isBusy = false;
	if ( answer.ok && ( answer.data.state === 'kept' || answer.data.state === 'processing' ) ) {
		window.location.assign( window.location.href );
	} else if ( confirmed.is === 'refused' ) {
		fail( here, at, confirmed.message ?? here.words.again );
	} else {
		fail( here, at, answer.ok ? here.words.again : said( here, answer ) );
	}
}

/**
 * WordPress' own words about nonces help nobody.
 *
 * @param here
 * @param answer
 */
function said( here: MethodsContext, answer: Answer< PortalKeeping > & { ok: false } ): string {
	if ( answer.status === 401 || answer.status === 403 ) {
		return here.words.stale;
	}
	return answer.message === '' ? here.words.unavailable : answer.message;
}

function fail( here: MethodsContext, at: ParentNode, message: string ): void {
	here.error = message;
	requestAnimationFrame( () =>
		requestAnimationFrame( () => at.querySelector< HTMLElement >( '#cf-add-error' )?.focus() )
	);
}
