import assert from 'node:assert/strict';
import type { Stand } from '../e2e/stand';
import { Browser, wordsOf } from './browser';

/** Somebody of the agency, logged in at wp-admin; asks routes as the agency's screens do. */
export class Staff {
	private readonly browser = new Browser();
	private root = '';
	private nonce = '';

	constructor( private readonly stand: Stand ) {}

	/** At wp-login.php, before any neighbour moves it. */
	async logIn(): Promise< void > {
		const { site, admin } = this.stand;
		const page = await this.browser.open( `${ site }/wp-login.php` );
		await this.browser.submit(
			page,
			{ action: `${ site }/wp-login.php`, hidden: { testcookie: '1' } },
			{ log: admin.user, pwd: admin.password, 'wp-submit': 'Log In' }
		);
		assert.ok( this.browser.isKnown, 'The administrator could not log in.' );
	}

	/** What the app is told when it is opened: where routes are, and with what it may ask them. */
	async openApp(): Promise< void > {
		const page = await this.browser.open( this.stand.admin.url );
		const root = /createRootURLMiddleware\(\s*("(?:[^"\\]|\\.)*")/.exec( page.text )?.[ 1 ];
		const nonce = /createNonceMiddleware\(\s*"([^"]+)"/.exec( page.text )?.[ 1 ];
		assert.ok( root && nonce, `wp-admin did not open (${ page.status }): ${ wordsOf( page ) }` );
		this.root = JSON.parse( root ) as string;
		this.nonce = nonce;
	}

	/** One of WordPress' own screens. */
	async openScreen( file: string ): Promise< void > {
		const page = await this.browser.open( `${ this.stand.site }/wp-admin/${ file }` );
		assert.equal( page.status, 200, wordsOf( page ) );
	}

	async rest< T >( options: {
		method: string;
		path: string;
		headers: Record< string, string >;
		data?: object;
	} ): Promise< T > {
		const { method, path, headers, data } = options;
		const answer = await this.browser.json( method, this.address( path ), data, {
			...headers,
			'X-WP-Nonce': this.nonce,
		} );
		assert.ok( answer.status < 300, `${ method } ${ path }: ${ answer.status } ${ answer.text.slice( 0, 500 ) }` );
		return JSON.parse( answer.text ) as T;
	}

	/** A route of WordPress' own. */
	async wordpress< T >( method: string, path: string, data: object ): Promise< T > {
		return this.rest< T >( { method, path, headers: {}, data } );
	}

	/** @return The id of the picture in the media library. */
	async upload( name: string, type: string, body: Buffer ): Promise< number > {
		const answer = await this.browser.ask( this.address( '/wp/v2/media' ), {
			method: 'POST',
			headers: {
				'Content-Type': type,
				'Content-Disposition': `attachment; filename="${ name }"`,
				'X-WP-Nonce': this.nonce,
			},
			body,
		} );
		assert.equal( answer.status, 201, answer.text.slice( 0, 500 ) );
		return ( JSON.parse( answer.text ) as { id: number } ).id;
	}

	/** A file, as the browser gets it from a link in the app. */
	async file( path: string ) {
		return this.browser.ask(
			`${ this.address( path ) }${ this.root.includes( '?' ) ? '&' : '?' }_wpnonce=${ this.nonce }`
		);
	}

	private address( path: string ): string {
		return this.root + path.replace( /^\//, '' );
	}
}
