import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Stand } from '../e2e/stand';
import { attribute, Browser, formOf } from './browser';
import { Place } from './place';
import { Walk, type Walked } from './walk';

const FOLDER = 'blog';

/** The same site below a folder of another address (WordPress in /blog/), by a web server of its own. */
export async function walksBelowAFolder( { stand }: Place ): Promise< void > {
	const root = join( stand.storage, 'below' );
	mkdirSync( root, { recursive: true } );
	symlinkSync( stand.root, join( root, FOLDER ) );
	const port = await freePort();
	const site = `http://localhost:${ port }/${ FOLDER }`;
	const first = join( root, 'first.php' );
	writeFileSync(
		first,
		`<?php defined('WP_HOME') || define('WP_HOME', '${ site }'); defined('WP_SITEURL') || define('WP_SITEURL', '${ site }');`
	);
	const router = join( import.meta.dirname, 'router-below-a-folder.php' );
	const server = spawn(
		'php',
		[
			'-d',
			`auto_prepend_file=${ first }`,
			'-d',
			'display_errors=0',
			'-S',
			`127.0.0.1:${ port }`,
			'-t',
			root,
			router,
		],
		{ env: { ...process.env, PHP_CLI_SERVER_WORKERS: '4' }, stdio: 'ignore', detached: true }
	);
	try {
		await hold( stand, site );
	} finally {
		// Its workers too.
		process.kill( -( server.pid ?? 0 ), 'SIGTERM' );
		await once( server, 'exit' );
		rmSync( root, { recursive: true, force: true } );
	}
}

async function hold( stand: Stand, site: string ): Promise< void > {
	const place = await Place.at( {
		...stand,
		site,
		admin: { ...stand.admin, url: `${ site }/wp-admin/admin.php?page=counterfoil` },
	} );
	const walked = await new Walk( place, 'everybody' ).run();
	await everythingLiesBelow( place, walked );
}

/** Assets are served, no address leaves the folder, and the session's cookies are sent to it alone. */
async function everythingLiesBelow( place: Place, { browser, customer, invoice }: Walked ): Promise< void > {
	const { site } = place.stand;
	const { login, home } = await place.agency.portal();
	const page = await browser.open( String( invoice.portal_url ) );
	assert.ok( page.url.startsWith( `${ site }/` ), page.url );
	const assets = [ ...page.text.matchAll( /<(?:link|script)\b[^>]*>/g ) ]
		.map( ( [ tag ] ) => attribute( tag, 'href' ) ?? attribute( tag, 'src' ) ?? '' )
		.filter( ( url ) => url.includes( '/plugins/counterfoil/' ) );
	assert.ok( assets.length > 0, 'The page has nothing of ours.' );
	for ( const url of assets ) {
		const full = new URL( url, page.url ).href;
		assert.ok( full.startsWith( `${ site }/wp-content/` ), full );
		assert.equal( ( await browser.ask( full ) ).status, 200, full );
	}
	const origin = new URL( site ).origin;
	const mail = await place.mail( customer.email, new RegExp( `${ invoice.number }` ) );
	for ( const [ where, text ] of [
		[ 'the page', page.text ],
		[ 'the mail', mail.html ],
	] as const ) {
		const outside = [ ...text.matchAll( /\b(?:href|src|action)=["']([^"']+)/g ) ]
			.map( ( [ , url = '' ] ) => url )
			.filter( ( url ) => url.startsWith( origin ) && ! url.startsWith( `${ site }/` ) && url !== site );
		assert.deepEqual( outside, [], `Addresses of ${ where }` );
	}
	const visitor = new Browser();
	const asked = await visitor.open( login );
	const sent = new URL( formOf( asked, 'log-in' ).action || asked.url, asked.url ).href;
	const answer = await visitor.ask( sent, {
		method: 'POST',
		headers: {
			'Content-Type': 'application/x-www-form-urlencoded',
			Origin: origin,
			'Sec-Fetch-Site': 'same-origin',
		},
		body: new URLSearchParams( {
			...formOf( asked, 'log-in' ).hidden,
			email: customer.email,
			password: customer.password,
		} ).toString(),
	} );
	const cookies = answer.headers[ 'set-cookie' ] ?? [];
	assert.ok( cookies.length > 0, `No cookie at ${ sent } (${ answer.status })` );
	for ( const cookie of cookies ) {
		assert.match( cookie, /;\s*path=\/blog\//i );
	}
	assert.ok( new URL( home ).pathname.startsWith( `/${ FOLDER }/` ), home );
}

async function freePort(): Promise< number > {
	const server = createServer().listen( 0, '127.0.0.1' );
	await once( server, 'listening' );
	const { port } = server.address() as AddressInfo;
	server.close();
	await once( server, 'close' );
	return port;
}
