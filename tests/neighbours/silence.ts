import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { wordsOf } from './browser';
import type { Place } from './place';
import { contextOf, type Walked } from './walk';

/** Milliseconds in which a page opens, whatever hangs; the machine may be busy. */
const SOON = 9_000;

async function soon< T >( what: string, work: () => Promise< T > ): Promise< T > {
	const begun = Date.now();
	const result = await work();
	assert.ok( Date.now() - begun < SOON, `${ what } took ${ Date.now() - begun } ms.` );
	return result;
}

/** A payment is under way, and the gateway takes questions and does not answer: pages open with what is known. */
export async function nobodyWaitsForTheGateway( place: Place, { browser, customer }: Walked ): Promise< void > {
	const invoice = await place.agency.invoice( customer.client );
	const url = String( invoice.portal_url );
	const here = contextOf( await browser.open( url.replace( 'view=invoice', 'view=pay' ) ), 'client-pay' );
	const begun = await browser.json( 'POST', String( here.startUrl ), undefined, {
		'X-WP-Nonce': String( here.nonce ),
	} );
	assert.equal( begun.status, 201, begun.text );
	await place.stripe.hang();
	try {
		for ( const view of [ url, url.replace( 'view=invoice', 'view=pay' ), ( await place.agency.portal() ).home ] ) {
			const page = await soon( view, () => browser.open( view ) );
			assert.equal( page.status, 200, wordsOf( page ) );
		}
	} finally {
		await place.stripe.calm();
	}
}

/** Another job has taken the cron down with it: WordPress begins no other for a minute, and mail does not wait for that. */
export async function mailLeavesAtOnce( place: Place, { customer }: Walked ): Promise< void > {
	place.moveIn( 'dead-cron.php' );
	const invoice = await place.agency.invoice( customer.client );
	await place.mail( customer.email, new RegExp( `${ invoice.number }` ) );
}

/** Who sends an invoice is answered; the mail waits. */
export async function nobodyWaitsForMail( place: Place, { customer }: Walked ): Promise< void > {
	const silent = createServer( () => undefined );
	await new Promise< void >( ( next ) => silent.listen( 0, '127.0.0.1', next ) );
	const address = silent.address();
	const note = join( place.stand.root, 'wp-content/neighbour-port' );
	writeFileSync( note, String( typeof address === 'object' ? address?.port : '' ) );
	place.moveIn( 'hanging-mail-server.php' );
	try {
		const invoice = await soon( 'Sending an invoice', () => place.agency.invoice( customer.client ) );
		assert.ok( invoice.number );
		await soon( 'Sending another', () => place.agency.invoice( customer.client ) );
	} finally {
		silent.close();
		rmSync( note );
	}
}
