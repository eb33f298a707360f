import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { attribute, Browser, formOf, wordsOf } from './browser';
import type { Place } from './place';
import type { Walked } from './walk';

/** Nothing of anybody's was left in the cache in front of the site. */
export async function nothingIsKept( { stand }: Place, { customer, invoice }: Walked ): Promise< void > {
	const folder = join( stand.root, 'wp-content/neighbour-cache' );
	await new Browser().open( `${ stand.site }/` );
	assert.ok( existsSync( folder ) && readdirSync( folder ).length > 0, 'The cache keeps nothing at all.' );
	for ( const file of readdirSync( folder ) ) {
		const page = readFileSync( join( folder, file ), 'utf8' );
		for ( const theirs of [ customer.email, customer.client.name, String( invoice.number ), 'counterfoil_form' ] ) {
			assert.ok( ! page.includes( theirs ), `“${ theirs }” is kept: ${ page.slice( 0, 300 ) }` );
		}
	}
}

/** Neither a password, nor a link, nor a reset opens a session for somebody whom a guard refuses. */
export async function theDisabledStayOut( place: Place, { customer: { email, password } }: Walked ): Promise< void > {
	const { login } = await place.agency.portal();
	const asking = async ( browser: Browser, form: 'link' | 'forgotten' ) => {
		const page = await browser.open( `${ login }?form=${ form }` );
		await browser.submit( page, formOf( page, form === 'link' ? 'ask-link' : 'ask-reset' ), { email } );
	};
	const link = new Browser();
	await asking( link, 'link' );
	const linked = await link.open( place.buttonOf( await place.mail( email, /purpose=magic/ ) ) );
	const reset = new Browser();
	await asking( reset, 'forgotten' );
	const resetting = await reset.open( place.buttonOf( await place.mail( email, /purpose=reset/ ) ) );
	await new Browser().ask( `${ place.stand.site }/?neighbour_disables=${ encodeURIComponent( email ) }` );

	const typed = new Browser();
	const page = await typed.open( login );
	for ( const [ browser, answer ] of [
		[ typed, await typed.submit( page, formOf( page, 'log-in' ), { email, password } ) ],
		[ link, await link.submit( linked, formOf( linked, 'use-link' ) ) ],
		[ reset, await reset.submit( resetting, formOf( resetting, 'reset' ), { password: 'another horse battery' } ) ],
	] as const ) {
		assert.ok( ! browser.isKnown, `A guard was passed by at ${ answer.url }.` );
	}
}

/** The next request sets the cron again, and whoever misses a table makes it anew. */
export async function whatIsCleanedAwayComesBack( { agency, stand }: Place, { invoice }: Walked ): Promise< void > {
	const visitor = new Browser();
	assert.equal( ( await visitor.ask( `${ stand.site }/?neighbour_cleans=1` ) ).text, 'cleaned' );
	await agency.call( 'invoices.get', { id: invoice.id } );
	const { text } = await visitor.ask( `${ stand.site }/?neighbour_looks=1` );
	assert.deepEqual( JSON.parse( text ), { cron: true, table: true } );
}

/** Whatever breaks, nobody reads SQL, paths or traces. */
export async function failuresTellNothing( place: Place, { browser, invoice }: Walked ): Promise< void > {
	const { home, login } = await place.agency.portal();
	const pages = [ home, login, String( invoice.portal_url ), `${ invoice.portal_url }&view=pdf` ];
	for ( const broken of [
		'counterfoil_invoices',
		'counterfoil_settings',
		'counterfoil_contacts',
		'counterfoil_portals',
		'counterfoil_',
	] ) {
		for ( const url of [ ...pages, `${ place.stand.site }/wp-json/counterfoil/v1/portal/invoices` ] ) {
			const { status, text } = await browser.ask( url, {
				headers: { 'X-Neighbour-Breaks': `/FROM \\S*${ broken }/` },
			} );
			assert.doesNotMatch(
				text,
				/neighbour_has_no_such_table|SELECT |wp-content\/plugins\/counterfoil\/includes|\.php:\d+|\.php on line|Stack trace|Fatal error/,
				`${ url } without ${ broken }`
			);
			assert.ok( status === 302 || text.length > 0, `${ url } without ${ broken }: ${ status } and nothing.` );
		}
	}
}

/** Pages were renamed and moved since the mail was sent: what stands in it leads to them all the same. */
export async function oldLinksLeadOn( place: Place, { browser, customer, invoice }: Walked ): Promise< void > {
	const mailed = place.buttonOf( await place.mail( customer.email, new RegExp( `^Invoice ${ invoice.number }` ) ) );
	assert.match( mailed, /bill-link=/ );
	const [ portal ] = ( await place.agency.call( 'portals.list' ) ).items;
	const pages = [ portal?.login_page, portal?.portal_page ];
	for ( const page of pages ) {
		await place.staff.wordpress( 'POST', `/wp/v2/pages/${ page?.id }`, { slug: `renamed-${ page?.id }` } );
	}
	// With the mail's own link, and with the address of the screen that it is.
	for ( const address of [ mailed, String( invoice.portal_url ) ] ) {
		const shown = await browser.open( address );
		assert.match( shown.url, /renamed-/, `Led to ${ shown.url }` );
		assert.match( wordsOf( shown, 5000 ), new RegExp( String( invoice.number ) ) );
	}
	const stranger = await new Browser().open( String( invoice.portal_url ) );
	assert.ok( formOf( stranger, 'log-in' ), 'A stranger is led to the login.' );
}

/** A bot that guesses from the same address as everybody keeps neither the owner's device nor a mailed link out. */
export async function strangersLockNobodyOut( place: Place, { browser, customer }: Walked ): Promise< void > {
	const { login } = await place.agency.portal();
	const bot = new Browser();
	const page = await bot.open( login );
	const form = formOf( page, 'log-in' );
	await Promise.all(
		Array.from( { length: 30 }, ( _, guess ) =>
			bot.submit( page, form, {
				email: guess % 2 ? customer.email : `${ guess }@example.test`,
				password: `guess ${ guess }`,
			} )
		)
	);
	browser.leave();
	const own = await browser.open( login );
	await browser.submit( own, formOf( own, 'log-in' ), { email: customer.email, password: customer.password } );
	assert.ok( browser.isKnown, 'The right password from a known device was refused.' );
}

/** On the portal's pages and in mails, where it is a PNG or a JPEG. */
export async function theLogoIsShown( place: Place, { browser, customer, invoice }: Walked ): Promise< void > {
	const mail = await place.mail( customer.email, new RegExp( String( invoice.number ) ) );
	const page = await browser.open( String( invoice.portal_url ) );
	const mailed = pictureIn( mail.html );
	for ( const [ where, url ] of [
		[ 'mail', mailed ],
		[ 'page', pictureIn( page.text ) ],
	] as const ) {
		assert.ok( url, `The ${ where } shows no logo.` );
		const { status, bytes } = await browser.ask( url );
		assert.equal( status, 200, url );
		assert.ok( bytes.length > 40, url );
		if ( where === 'mail' ) {
			assert.match(
				bytes.subarray( 0, 4 ).toString( 'latin1' ),
				/^(\x89PNG|\xff\xd8\xff)/,
				`${ url } is neither PNG nor JPEG.`
			);
		}
	}
}

const pictureIn = ( html: string ) =>
	[ ...html.matchAll( /<img\b[^>]*>/g ) ]
		.map( ( [ tag ] ) => attribute( tag, 'src' ) ?? '' )
		.find( ( src ) => src.includes( 'logo' ) );
