import { getContext, getElement, store, withSyncEvent } from '@wordpress/interactivity';
import type { PortalPayment } from '../../src/contract/portal';
import { post } from '../shared/post';
import type { Answer } from '../shared/post';
import { openForm } from '../shared/gateway';
import type { GatewayForm, GatewayOf } from '../shared/gateway';

/** Made by includes/Portal/DrawPay.php. */
interface PayContext {
	phase: 'start' | 'processing' | 'succeeded' | 'closed';
	message: string;
	error: string;
	isBusy: boolean;
	isReady: boolean;
	/** The payment under way; 0 before there is one. */
	payment: number;
	startUrl: string;
	refreshUrl: string;
	nonce: string;
	colours: { brand: string; on_brand: string };
	/** Query arguments that gateways add to the address on the way back from a bank. */
	left: readonly string[];
	words: Record< 'offline' | 'stale' | 'unavailable' | 'slow' | 'again', string >;
}

/** Of the frame around: what its tabs count, by the word of their screen. */
interface Frame {
	counts: Record< string, number >;
}

/** What is taken along through everything that takes time. */
interface Page {
	here: PayContext;
	portal: Frame;
	root: ParentNode;
}

/** Seconds between two questions about a payment; after the last one the mail will tell. */
const PAUSES = [ 0.5, 1, 1, 2, 2, 3, 5, 5, 10, 10, 15, 15, 30, 30, 60 ];

let form: GatewayForm | null = null;

store( 'client-pay', {
	actions: {
		pay: withSyncEvent( ( event: SubmitEvent ) => {
			event.preventDefault();
			confirm( page() );
		} ),
	},
	callbacks: {
		begin() {
			const here = page();
			tidyAddress( here.here.left );
			if ( here.here.phase === 'start' ) {
				begin( here );
			} else if ( here.here.phase === 'processing' ) {
				watch( here );
			}
		},
	},
} );

/** The server asks the gateway for itself, and a secret has no place in an address. */
function tidyAddress( left: readonly string[] ): void {
	const address = new URL( window.location.href );
	for ( const added of left ) {
		address.searchParams.delete( added );
	}
	if ( address.href !== window.location.href ) {
		window.history.replaceState( window.history.state, '', address );
	}
}

function page(): Page {
	return {
		here: getContext< PayContext >(),
		portal: getContext< Frame >( 'client-portal' ),
		root: getElement().ref?.closest( '.cf-pay' ) ?? document,
	};
}

/** Begins the payment, or goes on with the one under way, and shows where to type in the card. */
async function begin( on: Page ): Promise< void > {
	const { here } = on;
	const answer = await post< PortalPayment >( here.startUrl, undefined, here.nonce );
	if ( ! answer.ok ) {
		fail( on, problem( here, answer ) );
		return;
	}
	const payment = answer.data;
	here.payment = payment.id;
	if ( payment.state === 'processing' || payment.state === 'succeeded' || ! payment.gateway ) {
		show( on, payment );
		return;
	}
	if ( payment.state === 'failed' ) {
		here.error = payment.message;
	}
	await mount( on, payment.gateway );
}

async function mount( on: Page, gateway: GatewayOf ): Promise< void > {
	const { here, root } = on;
	const field = root.querySelector< HTMLElement >( '#cf-pay-field' );
	const onUnavailable = () => fail( on, here.words.unavailable );
	const onReady = () => {
		here.isReady = true;
	};
	form =
		field &&
		( await openForm( gateway, { field, colours: here.colours, onReady, onUnavailable } ).catch( () => null ) );
	if ( ! form ) {
		onUnavailable();
	}
}

/** One click, one confirmation: further ones do nothing until this one has an answer. */
async function confirm( on: Page ): Promise< void > {
	const { here } = on;
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
	const answer = await ask( here );
	here.isBusy = false;
	if ( answer.ok && answer.data.state !== 'ready' ) {
		show( on, answer.data );
	} else if ( confirmed.is === 'refused' ) {
		fail( on, confirmed.message ?? here.words.again );
	} else {
		// Confirmed, and the site did not answer or does not know of it yet.
		turn( on, 'processing', here.words.slow );
		await watch( on );
	}
}

function ask( here: PayContext ): Promise< Answer< PortalPayment > > {
	return post< PortalPayment >( here.refreshUrl.replace( '%d', String( here.payment ) ), undefined, here.nonce );
}

function show( on: Page, payment: PortalPayment ): void {
	if ( payment.state === 'succeeded' ) {
		on.portal.counts.invoices = Math.max( 0, ( on.portal.counts.invoices ?? 0 ) - 1 );
		turn( on, 'succeeded', payment.message );
	} else if ( payment.state === 'processing' ) {
		turn( on, 'processing', payment.message );
		watch( on );
	} else {
		fail( on, payment.message );
	}
}

/** Asks until there is an answer that stays. */
async function watch( on: Page ): Promise< void > {
	const { here } = on;
	for ( const seconds of PAUSES ) {
		await new Promise( ( next ) => setTimeout( next, seconds * 1000 ) );
		const answer = await ask( here );
		if ( answer.ok && answer.data.state === 'succeeded' ) {
			show( on, answer.data );
			return;
		}
		if ( answer.ok && answer.data.state !== 'processing' ) {
			// The page is made anew with what the payer has to do.
			window.location.reload();
			return;
		}
		if ( ! answer.ok && answer.status === 403 ) {
			here.message = here.words.stale;
			return;
		}
	}
	here.message = here.words.slow;
}

function turn( on: Page, phase: PayContext[ 'phase' ], message: string ): void {
	const isNew = on.here.phase !== phase;
	on.here.phase = phase;
	on.here.message = message;
	if ( isNew ) {
		focus( on, `[data-of="${ phase }"] h2` );
	}
}

function fail( on: Page, message: string ): void {
	on.here.error = message;
	focus( on, '#cf-pay-error' );
}

/** Once the page has changed accordingly. */
function focus( { root }: Page, selector: string ): void {
	requestAnimationFrame( () =>
		requestAnimationFrame( () => root.querySelector< HTMLElement >( selector )?.focus() )
	);
}

function problem( here: PayContext, answer: Answer< PortalPayment > & { ok: false } ): string {
	if ( answer.status === 0 ) {
		return here.words.offline;
	}
	// WordPress' own words about nonces help nobody.
	return answer.status === 403 ? here.words.stale : answer.message;
}
