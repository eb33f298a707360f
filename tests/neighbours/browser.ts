import { request, type IncomingHttpHeaders } from 'node:http';
import { gunzipSync, inflateSync } from 'node:zlib';

/** Milliseconds that an answer may take. */
const PATIENCE = 30_000;

export interface Answer {
	readonly status: number;
	readonly headers: IncomingHttpHeaders;
	/** As they came, before anything is unpacked. */
	readonly raw: Buffer;
	readonly bytes: Buffer;
	readonly text: string;
	/** After all redirects. */
	readonly url: string;
}

interface Sent {
	readonly method?: string;
	readonly headers?: Readonly< Record< string, string > >;
	readonly body?: string | Buffer;
}

/**
 * What a browser without JavaScript does: keeps cookies, follows redirects, posts forms. It reads answers off the
 * wire, and fails as a browser does when there are more or fewer bytes than their header says.
 */
export class Browser {
	private readonly cookies = new Map< string, string >();

	async open( url: string ): Promise< Answer > {
		return this.follow( url, { headers: { Accept: 'text/html' } } );
	}

	/** One request, without redirects. */
	async ask( url: string, { method = 'GET', headers = {}, body = '' }: Sent = {} ): Promise< Answer > {
		const cookie = [ ...this.cookies ].map( ( [ name, value ] ) => `${ name }=${ value }` ).join( '; ' );
		const answer = await new Promise< Answer >( ( resolve, reject ) => {
			const asked = request(
				url.replace( '//localhost:', '//127.0.0.1:' ),
				{
					method,
					// Each request a connection of its own: what one answer has too much would be read as the next.
					agent: false,
					timeout: PATIENCE,
					headers: {
						Host: new URL( url ).host,
						'Accept-Encoding': 'gzip, deflate',
						'User-Agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
						...( cookie && { Cookie: cookie } ),
						...( body.length > 0 && { 'Content-Length': String( Buffer.byteLength( body ) ) } ),
						...headers,
					},
				},
				( response ) => {
					const chunks: Buffer[] = [];
					response.on( 'data', ( chunk: Buffer ) => chunks.push( chunk ) );
					response.on( 'error', reject );
					response.on( 'end', () => {
						const raw = Buffer.concat( chunks );
						const bytes = unpacked( raw, response.headers[ 'content-encoding' ] );
						resolve( {
							status: response.statusCode ?? 0,
							headers: response.headers,
							raw,
							bytes,
							// As browsers do, without a byte order mark.
							text: new TextDecoder().decode( bytes ),
							url,
						} );
					} );
				}
			);
			asked.on( 'timeout', () => asked.destroy( new Error( `${ method } ${ url } was not answered.` ) ) );
			asked.on( 'error', ( error ) =>
				reject( new Error( `${ method } ${ url }: ${ error.message }`, { cause: error } ) )
			);
			asked.end( body );
		} );
		this.keep( answer.headers[ 'set-cookie' ] ?? [] );
		return answer;
	}

	async submit( page: Answer, form: Form, fields: Readonly< Record< string, string > > = {} ): Promise< Answer > {
		return this.follow( new URL( form.action || page.url, page.url ).href, {
			method: 'POST',
			headers: {
				Accept: 'text/html',
				'Content-Type': 'application/x-www-form-urlencoded',
				Origin: new URL( page.url ).origin,
				'Sec-Fetch-Site': 'same-origin',
			},
			body: new URLSearchParams( { ...form.hidden, ...fields } ).toString(),
		} );
	}

	/** As a script of the page's own site does. */
	async json(
		method: string,
		url: string,
		body?: object,
		headers: Record< string, string > = {}
	): Promise< Answer > {
		return this.ask( url, {
			method,
			headers: {
				Accept: 'application/json',
				Origin: new URL( url ).origin,
				'Sec-Fetch-Site': 'same-origin',
				...( body && { 'Content-Type': 'application/json' } ),
				...headers,
			},
			...( body && { body: JSON.stringify( body ) } ),
		} );
	}

	/** Another browser, which knows nothing. */
	forget(): void {
		this.cookies.clear();
	}

	/** The session ends; what else the browser was given stays. */
	leave(): void {
		for ( const name of this.cookies.keys() ) {
			if ( name.startsWith( 'wordpress_' ) ) {
				this.cookies.delete( name );
			}
		}
	}

	get isKnown(): boolean {
		return [ ...this.cookies.keys() ].some( ( name ) => name.startsWith( 'wordpress_logged_in' ) );
	}

	private async follow( url: string, sent: Sent ): Promise< Answer > {
		let answer = await this.ask( url, sent );
		for ( let hops = 0; answer.headers.location !== undefined && answer.status < 400; hops++ ) {
			if ( hops === 10 ) {
				throw new Error( `${ url } leads in a circle.` );
			}
			answer = await this.ask( new URL( answer.headers.location, answer.url ).href, {
				headers: { Accept: 'text/html' },
			} );
		}
		return answer;
	}

	private keep( cookies: readonly string[] ): void {
		for ( const cookie of cookies ) {
			const [ , name = '', value = '' ] = /^([^=]+)=([^;]*)/.exec( cookie ) ?? [];
			const expires = /;\s*expires=([^;]+)/i.exec( cookie )?.[ 1 ];
			if ( expires !== undefined && Date.parse( expires ) < Date.now() ) {
				this.cookies.delete( name );
			} else {
				this.cookies.set( name, value );
			}
		}
	}
}

function unpacked( raw: Buffer, encoding: string | undefined ): Buffer {
	switch ( encoding ) {
		case 'gzip':
			return gunzipSync( raw );
		case 'deflate':
			return inflateSync( raw );
		default:
			return raw;
	}
}

export interface Form {
	readonly action: string;
	readonly hidden: Readonly< Record< string, string > >;
}

/** The form of ours with this name on a page, however somebody has minified it. */
export function formOf( page: Answer, name: string ): Form {
	for ( const [ , attributes = '', content = '' ] of page.text.matchAll( /<form\b([^>]*)>([\s\S]*?)<\/form>/g ) ) {
		const hidden: Record< string, string > = {};
		for ( const [ input ] of content.matchAll( /<input\b[^>]*>/g ) ) {
			if ( attribute( input, 'type' ) === 'hidden' ) {
				hidden[ attribute( input, 'name' ) ?? '' ] = attribute( input, 'value' ) ?? '';
			}
		}
		if ( hidden.counterfoil_form === name ) {
			return { action: attribute( attributes, 'action' ) ?? '', hidden };
		}
	}
	throw new Error( `${ page.url } (${ page.status }) has no form “${ name }”: ${ wordsOf( page ) }` );
}

/** Of a tag, decoded. */
export function attribute( tag: string, name: string ): string | undefined {
	const found = new RegExp( `\\s${ name }=(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))` ).exec( tag );
	return found ? decoded( found[ 1 ] ?? found[ 2 ] ?? found[ 3 ] ?? '' ) : undefined;
}

/** What a reader sees of a page, shortened. */
export function wordsOf( { text }: Answer, most = 400 ): string {
	const body = text.replace( /^[\s\S]*?<body[^>]*>/, '' );
	return decoded( body.replace( /<(script|style|svg)\b[\s\S]*?<\/\1>/g, ' ' ).replace( /<[^>]+>/g, ' ' ) )
		.replace( /\s+/g, ' ' )
		.trim()
		.slice( 0, most );
}

const ENTITIES: Readonly< Record< string, string > > = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

const decoded = ( text: string ) =>
	text
		.replace( /&#(?:x([0-9a-f]+)|(\d+));/gi, ( _, hex?: string, decimal?: string ) =>
			String.fromCodePoint( hex ? Number.parseInt( hex, 16 ) : Number( decimal ) )
		)
		.replace( /&([a-z]+);/g, ( all, name: string ) => ENTITIES[ name ] ?? all );
