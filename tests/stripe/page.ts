import { CARDS } from './cards';
import { formatted } from './currencies';
import { document, escape } from './html';
import { ledger } from './ledger';
import type { Network } from './network';
import type { Webhooks } from './webhooks';

const ROWS = 50;

const TONES: Record< string, string > = {
	succeeded: 'good',
	delivered: 'good',
	requires_action: 'waits',
	processing: 'waits',
	waiting: 'waits',
	'given up': 'bad',
};

/** What a person sees who opens the fake in a browser. */
export function home_page( net: Network, webhooks: Webhooks ): string {
	return document(
		'Payment network (test)',
		`<main>
<h1>Payment network (test)</h1>
<p class="quiet">This simulates Stripe. No money is moved. Current time: ${ time( net.world.now() ) }.</p>
${ webhook_part( webhooks ) }
<h2>Payments</h2>${ payments( net ) }
<h2>Ledger</h2>${ totals( net ) }${ movements( net ) }
<h2>Test cards</h2><p class="quiet">Any date in the future, any three digits (American Express: four).</p>${ cards() }
</main>
<script>
setInterval( async () => {
	if ( document.hidden || document.activeElement?.tagName === 'BUTTON' ) return;
	const page = new DOMParser().parseFromString( await ( await fetch( '/' ) ).text(), 'text/html' );
	document.querySelector( 'main' ).replaceWith( page.querySelector( 'main' ) );
}, 3000 );
</script>`
	);
}

export function receipt_page( net: Network, id: string ): string {
	const charge = net.world.anywhere( 'charges', id );
	return document(
		'Receipt (test)',
		`<main class="narrow"><div class="card"><h1>Receipt (test)</h1>
<p>${ money( charge.amount, charge.currency ) } on ${ time( charge.created ) }</p>
<p class="quiet">${ escape( charge.description ?? '' ) }</p></div></main>`
	);
}

function webhook_part( webhooks: Webhooks ): string {
	const { mode } = webhooks.get();
	const waiting = webhooks.list().filter( ( one ) => one.state === 'waiting' ).length;
	const blocked = mode === 'block';
	return `<h2>Webhooks</h2><div class="row">
${ state( blocked ? 'given up' : 'delivered', blocked ? 'blocked' : `mode: ${ mode }` ) }
<span>${ waiting } waiting</span>
${ blocked ? button( 'deliver', 'Unblock webhooks' ) : button( 'block', 'Block webhooks' ) }
${ button( 'flush', 'Send waiting webhooks now' ) }
</div>`;
}

function button( action: string, label: string ): string {
	return `<form method="post" action="/webhooks/${ action }"><button>${ label }</button></form>`;
}

function payments( net: Network ): string {
	const rows = net.world
		.all( 'payment_intents' )
		.slice( 0, ROWS )
		.map( ( one ) => [
			time( one.created ),
			`<code>${ one.id }</code>`,
			escape( one.description ?? '' ),
			state( one.status, one.status.replace( /_/g, ' ' ) ),
			escape( one.last_payment_error?.decline_code ?? one.last_payment_error?.code ?? '' ),
			money( one.amount, one.currency ),
		] );
	return table( [ 'Time', 'Payment', 'Description', 'Status', 'Error', 'Amount' ], rows, 'No payments yet.' );
}

function movements( net: Network ): string {
	const rows = ledger( net.world )
		.entries.reverse()
		.slice( 0, ROWS )
		.map( ( one ) => [
			time( one.at ),
			escape( one.kind.replace( '_', ' ' ) ),
			`<code>${ escape( one.refund ?? one.charge ) }</code>`,
			`${ escape( one.account ) }${ one.livemode ? ' (live)' : '' }`,
			money( one.fee, one.currency ),
			money( one.amount, one.currency ),
		] );
	return table( [ 'Time', 'Movement', 'Id', 'Account', 'Fee', 'Amount' ], rows, 'Nothing has moved yet.' );
}

function totals( net: Network ): string {
	const sums = Object.entries( ledger( net.world ).totals );
	return sums.length === 0
		? ''
		: `<p>${ sums
				.map(
					( [ currency, sum ] ) =>
						`${ money( sum.charged, currency ) } charged, ${ money( sum.refunded, currency ) } refunded`
				)
				.join( '<br>' ) }</p>`;
}

function cards(): string {
	return table(
		[ 'Number', 'What it does', 'In tests' ],
		CARDS.map( ( card ) => [
			`<code>${ card.number.replace( /(\d{4})(?=\d)/g, '$1 ' ) }</code>`,
			escape( card.says ),
			`<code>${ card.alias }</code>`,
		] ),
		''
	);
}

function table( heads: string[], rows: string[][], empty: string ): string {
	if ( rows.length === 0 ) {
		return `<p class="quiet">${ empty }</p>`;
	}
	const cell = ( tag: string, text: string, index: number ) =>
		`<${ tag }${ [ 'Amount', 'Fee' ].includes( heads[ index ] ?? '' ) ? ' class="amount"' : '' }>${ text }</${ tag }>`;
	const body = rows.map(
		( row ) => `<tr>${ row.map( ( text, index ) => cell( 'td', text, index ) ).join( '' ) }</tr>`
	);
	return `<div class="scroll" tabindex="0" role="region" aria-label="${ heads[ 1 ] } table"><table><thead><tr>${ heads
		.map( ( text, index ) => cell( 'th', text, index ) )
		.join( '' ) }</tr></thead><tbody>${ body.join( '' ) }</tbody></table></div>`;
}

function state( of: string, label: string ): string {
	return `<span class="state ${ TONES[ of ] ?? '' }">${ escape( label ) }</span>`;
}

function money( amount: number, currency: string ): string {
	return `${ formatted( amount, currency ) } ${ escape( currency.toUpperCase() ) }`;
}

function time( seconds: number ): string {
	return new Date( seconds * 1000 ).toISOString().slice( 0, 16 ).replace( 'T', ' ' );
}
