import type { PortalPayment } from '../../../src/contract/portal';
import { post } from '../../shared/post';
import type { Answer } from '../../shared/post';
import type { PayContext } from './context';

/** When the server last said that the form is good. */
let known = 0;

/** Milliseconds since then. */
export const ageOfForm = (): number => Date.now() - known;

/**
 * Begins the payment, or goes on with the one under way.
 *
 * @param here
 */
export async function start( here: PayContext ): Promise< Answer< PortalPayment > > {
	const answer = await send( here, here.startUrl, here.start ?? undefined );
	return answer.ok || answer.isOurs
		? answer
		: ( ( await askPage( { counterfoil_pay: 'start', _wpnonce: here.nonce } ) ) ?? answer );
}

/**
 * Where the payment under way stands.
 *
 * @param here
 */
export async function ask( here: PayContext ): Promise< Answer< PortalPayment > > {
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
	const open = notice ? 'requires_action' : 'ready';
	const states = { start: error ? 'failed' : open, closed: 'failed', processing: phase, succeeded: phase } as const;
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
 * @param body
 */
async function send( here: PayContext, url: string, body?: object ): Promise< Answer< PortalPayment > > {
	let answer = await post< PortalPayment >( url, body, here.nonce );
	if ( ! answer.ok && ( answer.status === 403 || answer.status === 401 ) ) {
		const nonce = await freshNonce();
		if ( nonce ) {
			here.nonce = nonce;
			answer = await post< PortalPayment >( url, body, nonce );
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

/**
 * What is said of an answer that is none of a payment.
 *
 * @param here
 * @param answer
 */
export function problem( here: PayContext, answer: Answer< PortalPayment > & { ok: false } ): string {
	if ( answer.status === 0 ) {
		return here.words.offline;
	}
	if ( ! answer.isOurs ) {
		return here.words.unavailable;
	}
	// WordPress' own words about nonces help nobody.
	return answer.status === 403 || answer.status === 401 ? here.words.stale : answer.message;
}
