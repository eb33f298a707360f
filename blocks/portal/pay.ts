import { getContext, getElement, store, withSyncEvent } from '@wordpress/interactivity';
import type { PortalPayment } from '../../src/contract/portal';
import { openForm } from '../shared/gateway';
import type { GatewayForm, GatewayOf } from '../shared/gateway';
import type { Page, PayContext } from './paying/context';
import { ageOfForm, ask, problem, start } from './paying/server';
import { fail, renew, tellPaid, turn } from './paying/show';

/** Seconds between two questions about a payment; after the last one the mail will tell. */
const PAUSES = [ 0.5, 1, 1, 2, 2, 3, 5, 5, 10, 10, 15, 15, 30, 30, 60 ];

/** Milliseconds after which the form is looked after before it is used. */
const OLD = 5 * 60_000;

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
				follow( on );
			} else if ( on.here.phase === 'succeeded' ) {
				tellPaid( on );
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
	const answer = await start( here );
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
		( await openForm( gateway, {
			field,
			colours: here.colours,
			business: here.business,
			onReady,
			onUnavailable,
		} ).catch( () => null ) );
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
	if ( ! form || ageOfForm() < OLD ) {
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

function show( on: Page, payment: PortalPayment ): void {
	if ( payment.state === 'processing' && payment.expected_on ) {
		// Heading, day and method: the server says all of it.
		renew( false );
	} else if ( payment.state === 'processing' ) {
		turn( on, 'processing', payment.message );
		follow( on );
	} else if ( payment.state === 'succeeded' || ! payment.gateway ) {
		// Heading, sum, what is left to pay: the server says all of it anew. So it does where this payment has ended.
		renew( payment.state === 'succeeded' );
	} else if ( payment.state === 'requires_action' ) {
		on.here.notice = payment.message;
	} else {
		fail( on, payment.message );
	}
}

/** What takes days is not waited for: the page says until when, and the mail will tell. */
function follow( on: Page ): void {
	if ( ! on.here.isLong ) {
		watch( on );
	}
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
