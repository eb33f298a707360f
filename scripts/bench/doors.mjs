/**
 * `node scripts/bench/doors.mjs`: what requests cost that come without a login, on a demo site of its own: a webhook beside a
 * route of ours that does nothing, and a bill opened by its link beside the site's front page. A webhook is asked for twice: as
 * PHP-FPM and LiteSpeed answer it, once it is kept, and as other servers do, once the gateway was asked what is true.
 *
 *   --runs 101                    how often each is asked
 *   --database=sqlite|mariadb     sqlite when left out
 */
import { createHmac, randomBytes } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { step } from '../lib/log.mjs';
import { openStand } from '../lib/stand.mjs';
import { median } from './measure.mjs';

const { values: flags } = parseArgs( {
	options: { runs: { type: 'string', default: '101' }, database: { type: 'string', default: 'sqlite' } },
} );
const engine = flags.database === 'mariadb' ? 'mysql' : 'sqlite';
const dir = mkdtempSync( join( tmpdir(), 'counterfoil-doors-' ) );
const { stand, end } = await openStand( { dir, engine, log: step } );
writeFileSync(
	join( stand.root, 'wp-content/mu-plugins/bench-doors.php' ),
	`<?php
	add_action( 'rest_api_init', fn () => register_rest_route( 'bench/v1', '/open', [ 'methods' => 'POST', 'callback' => fn () => [ 'result' => 'nothing' ], 'permission_callback' => '__return_true' ] ) );
	if ( isset( $_SERVER['HTTP_X_BENCH_FPM'] ) ) {
		// PHP's own server can't end an answer before its process; with a length, the client knows where it ends.
		ob_start();
		remove_action( 'shutdown', 'wp_ob_end_flush_all', 1 );
		function fastcgi_finish_request(): bool {
			header( 'Connection: close' );
			header( 'Content-Length: ' . ob_get_length() );
			while ( ob_get_level() > 0 ) {
				ob_end_flush();
			}
			flush();
			return true;
		}
	}`
);

const FPM = { 'X-Bench-FPM': '1' };

/** @param {number[]} values */
const p95 = ( values ) => [ ...values ].sort( ( a, b ) => a - b )[ Math.floor( values.length * 0.95 ) ];

async function timed( url, init ) {
	const begin = performance.now();
	const response = await fetch( url, { redirect: 'manual', ...init } );
	await response.text();
	if ( response.status !== 200 ) {
		throw new Error( `${ url }: ${ response.status }` );
	}
	return performance.now() - begin;
}

/** An event nobody has sent before, about a payment that is not here. */
function webhook( more = {} ) {
	const id = randomBytes( 8 ).toString( 'hex' );
	const body = JSON.stringify( {
		id: `evt_${ id }`,
		object: 'event',
		type: 'payment_intent.succeeded',
		livemode: false,
		created: Math.floor( Date.now() / 1000 ),
		data: { object: { id: `pi_${ id }`, object: 'payment_intent' } },
	} );
	const time = Math.floor( Date.now() / 1000 );
	const signature = createHmac( 'sha256', stand.stripe.webhookSecret )
		.update( `${ time }.${ body }` )
		.digest( 'hex' );
	return {
		method: 'POST',
		body,
		headers: {
			'Content-Type': 'application/json',
			'Stripe-Signature': `t=${ time },v1=${ signature }`,
			...more,
		},
	};
}

const rest = ( path ) => `${ stand.site }/wp-json/${ path }`;

/** The address behind a mailed link, and the cookie that stands for the link from then on. */
async function billByLink() {
	const login = await fetch( `${ stand.site }/wp-login.php`, {
		method: 'POST',
		redirect: 'manual',
		headers: { Cookie: 'wordpress_test_cookie=WP%20Cookie%20check' },
		body: new URLSearchParams( { log: stand.admin.user, pwd: stand.admin.password, testcookie: '1' } ),
	} );
	const cookies = ( response ) => response.headers.getSetCookie().map( ( cookie ) => cookie.split( ';' )[ 0 ] );
	const staff = cookies( login ).join( '; ' );
	const nonce = await (
		await fetch( `${ stand.site }/wp-admin/admin-ajax.php?action=rest-nonce`, { headers: { Cookie: staff } } )
	).text();
	const ask = async ( method, path, body ) => {
		const response = await fetch( rest( `counterfoil/v1/${ path }` ), {
			method,
			headers: { Cookie: staff, 'X-WP-Nonce': nonce, 'Content-Type': 'application/json' },
			...( body ? { body: JSON.stringify( body ) } : {} ),
		} );
		return response.json();
	};
	await ask( 'PUT', 'settings/pay-links', { is_on: true, days: 30 } );
	const idOf = ( { id } ) => id;
	const failed = ( await ask( 'GET', 'invoices?only=payment_failed&per_page=100' ) ).items.map( idOf );
	// One of which no payment is under way: that is asked for at the gateway.
	const due = ( await ask( 'GET', 'invoices?state=due&per_page=100' ) ).items.find(
		( { id, on_its_way: onItsWay } ) => ! onItsWay && ! failed.includes( id )
	);
	await ask( 'POST', `invoices/${ due.id }/resend` );
	for ( let tries = 0; tries < 100; tries++ ) {
		const mails = await ( await fetch( `${ stand.mail.api }/email` ) ).json();
		const link = mails
			.filter( ( { subject } ) => subject?.includes( due.number ) )
			.map( ( { html } ) => /href="([^"]*bill-link[^"]*)"/.exec( html ?? '' )?.[ 1 ] )
			.find( Boolean );
		if ( link ) {
			const opened = await fetch( link.replaceAll( '&amp;', '&' ).replaceAll( '&#038;', '&' ), {
				redirect: 'manual',
			} );
			return {
				url: new URL( opened.headers.get( 'location' ), stand.site ).href,
				cookie: cookies( opened ).join( '; ' ),
			};
		}
		await fetch( `${ stand.site }/wp-cron.php?doing_wp_cron` );
		await new Promise( ( resolve ) => setTimeout( resolve, 200 ) );
	}
	throw new Error( 'No mail with a link came.' );
}

const bill = await step( 'Link', billByLink );
const asks = {
	nothing: () => timed( rest( 'bench/v1/open' ), { method: 'POST', headers: FPM } ),
	webhook: () => timed( rest( 'counterfoil/v1/webhooks/stripe' ), webhook( FPM ) ),
	webhook_slow: () => timed( rest( 'counterfoil/v1/webhooks/stripe' ), webhook() ),
	front: () => timed( `${ stand.site }/` ),
	bill: () => timed( bill.url, { headers: { Cookie: bill.cookie } } ),
};
const times = Object.fromEntries( Object.keys( asks ).map( ( name ) => [ name, [] ] ) );
for ( let round = -5; round < Number( flags.runs ); round++ ) {
	for ( const [ name, ask ] of Object.entries( asks ) ) {
		const ms = await ask();
		if ( round >= 0 ) {
			times[ name ].push( ms );
		}
	}
}
for ( const [ name, values ] of Object.entries( times ) ) {
	process.stdout.write(
		`${ name.padEnd( 10 ) } median ${ median( values ).toFixed( 1 ) } ms, p95 ${ p95( values ).toFixed( 1 ) } ms\n`
	);
}
const ratios = [
	[ 'webhook / nothing, p95', p95( times.webhook ) / p95( times.nothing ), 1.5 ],
	[ 'webhook answered last / nothing, p95', p95( times.webhook_slow ) / p95( times.nothing ), Infinity ],
	[ 'bill by link / front page, median', median( times.bill ) / median( times.front ), 1.15 ],
];
for ( const [ name, ratio, most ] of ratios ) {
	process.stdout.write( `${ name }: ${ ratio.toFixed( 2 ) }${ most < Infinity ? ` (at most ${ most })` : '' }\n` );
}
await end();
process.exit( ratios.every( ( [ , ratio, most ] ) => ratio <= most ) ? 0 : 1 );
