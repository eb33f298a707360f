import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Browser, formOf } from './browser';
import { failedSave } from './failed-save';
import type { Place } from './place';
import type { Routes, Walked } from './walk';

/** Somebody who shares the site with us, imitated by the hook or the drop-in that they use. */
export interface Neighbour {
	readonly name: string;
	readonly moveIn: ( place: Place ) => void | Promise< void >;
	/** Whom our routes answer beside them; everybody unless said otherwise. */
	readonly routes?: Routes;
	/** What else has to hold, after the walk. */
	readonly afterwards?: ( place: Place, walked: Walked ) => Promise< void >;
}

const plugin = ( file: string ) => ( place: Place ) => place.moveIn( file );
const pluginOfAddresses = ( file: string ) => async ( place: Place ) => {
	place.moveIn( file );
	await place.readRulesAnew();
};

export const NEIGHBOURS: readonly Neighbour[] = [
	{ name: 'nobody', moveIn: () => undefined },
	{
		name: 'a queue that sends mail in a later request',
		moveIn: ( place ) => {
			place.moveIn( 'mail-queue.php' );
			place.sendsMailAt( '/?neighbour_sends=1' );
		},
	},
	{ name: 'REST for logged-in users only', moveIn: plugin( 'closed-rest-json.php' ), routes: 'users' },
	{ name: 'REST for staff only, refused with a page', moveIn: plugin( 'closed-rest-html.php' ), routes: 'staff' },
	{ name: 'another name for wp-json', moveIn: pluginOfAddresses( 'renamed-rest.php' ) },
	{ name: 'an HTML minifier around every answer', moveIn: plugin( 'html-minifier.php' ) },
	{ name: 'a byte order mark, blank lines and remarks', moveIn: plugin( 'output-spoilers.php' ) },
	{ name: 'compression by PHP', moveIn: plugin( 'compression.php' ) },
	{
		name: 'a persistent object cache',
		moveIn: ( place ) => place.moveIn( 'object-cache.php', 'object-cache.php' ),
		afterwards: failedSave,
	},
	{ name: 'a cache that keeps every page', moveIn: plugin( 'page-cache.php' ), afterwards: nothingIsKept },
	{ name: 'disabled accounts', moveIn: plugin( 'guard.php' ), afterwards: theDisabledStayOut },
	{ name: 'a security plugin', moveIn: plugin( 'security.php' ) },
	{ name: 'plain permalinks', moveIn: pluginOfAddresses( 'plain-permalinks.php' ) },
	{ name: 'index.php in every address', moveIn: pluginOfAddresses( 'index-permalinks.php' ) },
	{ name: 'a plugin that cleans up', moveIn: plugin( 'cleaner.php' ), afterwards: whatIsCleanedAwayComesBack },
	{ name: 'a database that fails', moveIn: plugin( 'breaking-database.php' ), afterwards: failuresTellNothing },
];

/** Nothing of anybody's was left in the cache in front of the site. */
async function nothingIsKept( { stand }: Place, { customer, invoice }: Walked ): Promise< void > {
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
async function theDisabledStayOut( place: Place, { customer: { email, password } }: Walked ): Promise< void > {
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
async function whatIsCleanedAwayComesBack( { agency, stand }: Place, { invoice }: Walked ): Promise< void > {
	const visitor = new Browser();
	assert.equal( ( await visitor.ask( `${ stand.site }/?neighbour_cleans=1` ) ).text, 'cleaned' );
	await agency.call( 'invoices.get', { id: invoice.id } );
	const { text } = await visitor.ask( `${ stand.site }/?neighbour_looks=1` );
	assert.deepEqual( JSON.parse( text ), { cron: true, table: true } );
}

/** Whatever breaks, nobody reads SQL, paths or traces. */
async function failuresTellNothing( place: Place, { browser, invoice }: Walked ): Promise< void > {
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
