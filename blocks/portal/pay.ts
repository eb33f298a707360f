import { getContext, getElement, store, withSyncEvent } from '@wordpress/interactivity';
import type { PortalPayment } from '../../src/contract/portal';
import { post } from '../shared/post';
import type { Answer } from '../shared/post';
import { openForm } from '../shared/gateway';
import type { GatewayForm, GatewayOf } from '../shared/gateway';

/** Made by includes/Payments/Portal/DrawPay.php. */
interface PayContext {
	phase: 'start' | 'processing' | 'succeeded' | 'closed';
	message: string;
	error: string;
	notice: string;
	isBusy: boolean;
	isReady: boolean;
	/** There will be no form: `error` says why. */
	isStuck: boolean;
	/** The payment under way; 0 before there is one. */
	payment: number;
	/** What opens the form of the payment under way, as it stood when the page was asked for. */
	gateway: GatewayOf | null;
	startUrl: string;
	refreshUrl: string;
	nonce: string;
	colours: { brand: string; on_brand: string };
	/** Query arguments that gateways add to the address on the way back from a bank. */
	left: readonly string[];
	words: Record< 'offline' | 'stale' | 'sent' | 'renewed' | 'unavailable' | 'slow' | 'again', string >;
}

/** What is taken along through everything that takes time. */
interface Page {
	here: PayContext;
	root: ParentNode;
}

/** Seconds between two questions about a payment; after the last one the mail will tell. */
const PAUSES = [ 0.5, 1, 1, 2, 2, 3, 5, 5, 10, 10, 15, 15, 30, 30, 60 ];

/** Milliseconds after which the form is looked after before it is used. */
const OLD = 5 * 60_000;

/** That this tab has just paid: the page that comes then says so to whoever can't see it. */
const JUST_PAID = 'client-pay-done';

let form: GatewayForm | null = null;

/** When the server last said that the form is good. */
let known = 0;

store( 'client-pay', {
	actions: {
		pay: withSyncEvent( ( event: SubmitEvent ) => {
			event.preventDefault();
			confirm( page() );
		} ),
	},
	callbacks: {
		begin() {
			const on = page();
			tidyAddress( on.here.left );
			if ( on.here.phase === 'start' ) {
				begin( on );
				// Whoever comes back to it the next morning finds a form that works.
				document.addEventListener( 'visibilitychange', () => {
					if ( document.visibilityState === 'visible' && ! on.here.isBusy ) {
						keepFresh( on );
					}
				} );
			} else if ( on.here.phase === 'processing' ) {
				watch( on );
			} else if ( on.here.phase === 'succeeded' && sessionStorage.getItem( JUST_PAID ) ) {
				sessionStorage.removeItem( JUST_PAID );
				focus( on, '[data-of="succeeded"] h2' );
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
		root: getElement().ref?.closest( '.cf-pay' ) ?? document,
	};
}

/** Begins the payment, or goes on with the one under way, and shows where to type in the card. */
async function begin( on: Page ): Promise< void > {
	const { here } = on;
	let answer = await send( here, here.startUrl );
	if ( ! answer.ok && ! answer.isOurs ) {
		answer = ( await askPage( { counterfoil_pay: 'start', _wpnonce: here.nonce } ) ) ?? answer;
	}
	if ( ! answer.ok ) {
		here.isStuck = true;
		fail( on, problem( here, answer ) );
		return;
	}
	const payment = answer.data;
	here.payment = payment.id;
	if ( payment.state === 'processing' || payment.state === 'succeeded' ) {
		show( on, payment );
		return;
	}
	if ( payment.state === 'failed' ) {
		here.error = payment.message;
	}
	if ( ! payment.gateway ) {
		here.isStuck = true;
		return;
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
	here.isReady = false;
	field?.replaceChildren();
	form =
		field &&
		( await openForm( gateway, { field, colours: here.colours, onReady, onUnavailable } ).catch( () => null ) );
	if ( ! form ) {
		onUnavailable();
	}
}

/**
 * Before money moves, a form that has stood open for long is looked after: the nonce, and whether the payment it is for is
 * still the one to pay.
 *
 * @param on The page.
 * @return Whether it is as it was, so that what was typed can be sent.
 */
async function keepFresh( on: Page ): Promise< boolean > {
	const { here } = on;
	if ( ! form || Date.now() - known < OLD ) {
		return true;
	}
	const answer = await ask( here );
	if ( ! answer.ok ) {
		fail( on, problem( here, answer ) );
		return false;
	}
	if ( answer.data.gateway ) {
		return true;
	}
	if ( answer.data.state === 'failed' ) {
		// Given up after a day: another one is begun, silently where nobody has typed yet.
		form = null;
		await begin( on );
	} else {
		show( on, answer.data );
	}
	return false;
}

/** One click, one confirmation: further ones do nothing until this one has an answer. */
async function confirm( on: Page ): Promise< void > {
	const { here } = on;
	if ( here.isBusy || ! form ) {
		return;
	}
	here.isBusy = true;
	here.error = '';
	here.notice = '';
	if ( ! ( await keepFresh( on ) ) ) {
		here.isBusy = false;
		here.notice = here.phase === 'start' && ! here.error ? here.words.renewed : '';
		return;
	}
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
		// Confirmed, and the site did not answer or does not know of it yet: nobody is told to pay again.
		turn( on, 'processing', here.words.slow );
		await watch( on, true );
	}
}

async function ask( here: PayContext ): Promise< Answer< PortalPayment > > {
	const answer = await send( here, here.refreshUrl.replace( '%d', String( here.payment ) ) );
	return answer.ok || answer.isOurs ? answer : ( ( await askPage() ) ?? answer );
}

/**
 * Where something stands before our routes, this very page is asked instead: it says where the payment stands, and begins
 * one when it is posted to.
 *
 * @param fields What is posted; without them the page is only looked at.
 */
async function askPage( fields?: Record< string, string > ): Promise< Answer< PortalPayment > | null > {
	const drawn = await contextOfPage( fields );
	if ( ! drawn ) {
		return null;
	}
	if ( fields && drawn.error && ! drawn.gateway ) {
		return { ok: false, isOurs: true, status: 409, message: drawn.error, fields: [] };
	}
	const { phase, payment, gateway, message, error, notice } = drawn;
	const start = notice ? 'requires_action' : 'ready';
	const states = { start: error ? 'failed' : start, closed: 'failed', processing: phase, succeeded: phase } as const;
	return {
		ok: true,
		data: { id: payment, state: states[ phase ], message: message || error || notice, gateway } as PortalPayment,
	};
}

/**
 * Asks the server. A nonce that has run out is renewed from this very page.
 *
 * @param here
 * @param url
 */
async function send( here: PayContext, url: string ): Promise< Answer< PortalPayment > > {
	let answer = await post< PortalPayment >( url, undefined, here.nonce );
	if ( ! answer.ok && ( answer.status === 403 || answer.status === 401 ) ) {
		const nonce = await freshNonce();
		if ( nonce ) {
			here.nonce = nonce;
			answer = await post< PortalPayment >( url, undefined, nonce );
		}
	}
	if ( answer.ok && typeof answer.data.state !== 'string' ) {
		return { ok: false, isOurs: false, status: 200, message: '', fields: [] };
	}
	if ( answer.ok ) {
		known = Date.now();
	}
	return answer;
}

/** Empty for somebody who is logged out. */
const freshNonce = async (): Promise< string > => ( await contextOfPage() )?.nonce ?? '';

/**
 * What this page says when it is asked for anew; null where there is none for this reader.
 *
 * @param fields What is posted to it.
 */
async function contextOfPage( fields?: Record< string, string > ): Promise< PayContext | null > {
	try {
		const sent = fields && { method: 'POST', body: new URLSearchParams( fields ) };
		const drawn = await ( await fetch( window.location.href, { cache: 'no-store', ...sent } ) ).text();
		const context = new DOMParser()
			.parseFromString( drawn, 'text/html' )
			.querySelector( '.cf-pay' )
			?.getAttribute( 'data-wp-context' );
		return context ? ( JSON.parse( context ) as PayContext ) : null;
	} catch {
		return null;
	}
}

function show( on: Page, payment: PortalPayment ): void {
	if ( payment.state === 'processing' ) {
		turn( on, 'processing', payment.message );
		watch( on );
	} else if ( payment.state === 'succeeded' || ! payment.gateway ) {
		// Heading, sum, what is left to pay: the server says all of it anew. So it does where this payment has ended.
		renew( payment.state === 'succeeded' );
	} else if ( payment.state === 'requires_action' ) {
		on.here.notice = payment.message;
	} else {
		fail( on, payment.message );
	}
}

function renew( isPaid: boolean ): void {
	if ( isPaid ) {
		sessionStorage.setItem( JUST_PAID, '1' );
	}
	window.location.reload();
}

/**
 * Asks until there is an answer that stays.
 *
 * @param on      The page.
 * @param wasSent Whether the payer has confirmed it: then "ready" is old news.
 */
async function watch( on: Page, wasSent = false ): Promise< void > {
	const { here } = on;
	for ( const seconds of PAUSES ) {
		await new Promise( ( next ) => setTimeout( next, seconds * 1000 ) );
		const answer = await ask( here );
		if ( answer.ok && answer.data.state !== 'processing' && ! ( wasSent && answer.data.state === 'ready' ) ) {
			renew( answer.data.state === 'succeeded' );
			return;
		}
		if ( ! answer.ok && ( answer.status === 403 || answer.status === 401 ) ) {
			here.message = here.words.sent;
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
	if ( ! answer.isOurs ) {
		return here.words.unavailable;
	}
	// WordPress' own words about nonces help nobody.
	return answer.status === 403 || answer.status === 401 ? here.words.stale : answer.message;
}
