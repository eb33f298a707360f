import { authenticate } from './control-payments';
import { formatted } from './currencies';
import { ApiError } from './errors';
import { document, escape } from './html';
import type { Network } from './network';
import type { PaymentIntent, SetupIntent } from './objects';

/** The page of the card's bank, for those who are sent there instead of being asked in a dialog. */
export function challenge_page( net: Network, id: string, secret: string ): string {
	const intent = asked( net, id, secret );
	const what =
		intent.object === 'payment_intent'
			? `a payment of <strong>${ formatted( intent.amount, intent.currency ) } ${ escape( intent.currency.toUpperCase() ) }</strong>`
			: 'saving your card';
	const action = `/3ds/${ escape( id ) }?secret=${ escape( encodeURIComponent( secret ) ) }`;
	return document(
		'3-D Secure (test)',
		`<main class="narrow"><div class="card">
<h1>3-D Secure (test)</h1>
<p>Your bank asks you to confirm ${ what }. No real bank is involved.</p>
<div class="row">
<form method="post" action="${ action }&amp;outcome=complete"><button class="primary">Complete authentication</button></form>
<form method="post" action="${ action }&amp;outcome=fail"><button>Fail authentication</button></form>
</div></div></main>`
	);
}

/**
 * Takes the answer.
 *
 * @return Where the customer goes next, or null when nobody said.
 */
export function answer_challenge( net: Network, id: string, secret: string, passed: boolean ): string | null {
	const intent = asked( net, id, secret );
	const back = intent._return_url;
	// A second click, or the dialog and the page at once: the first answer stands.
	if ( intent.status === 'requires_action' ) {
		authenticate( net, intent, passed );
	}
	return back === null ? null : return_url( back, intent );
}

/** @see https://docs.stripe.com/js/payment_intents/confirm_payment */
function return_url( back: string, intent: PaymentIntent | SetupIntent ): string {
	const url = new URL( back );
	const status = { succeeded: 'succeeded', processing: 'pending' }[ intent.status as string ] ?? 'failed';
	url.searchParams.set( intent.object, intent.id );
	url.searchParams.set( `${ intent.object }_client_secret`, intent.client_secret );
	url.searchParams.set( 'redirect_status', status );
	return url.href;
}

function asked( net: Network, id: string, secret: string ): PaymentIntent | SetupIntent {
	const { collections } = net.world.state;
	const intent = collections.payment_intents[ id ] ?? collections.setup_intents[ id ];
	if ( ! intent || intent.client_secret !== secret ) {
		throw new ApiError( 404, { type: 'invalid_request_error', message: 'There is nothing to authenticate here.' } );
	}
	return intent;
}
