/**
 * What the server answered, or why not: `status` 0 is a connection that was lost. What was not answered by us but by
 * something in front of us (a closed REST API, a firewall) is not `isOurs`, and its words are shown to nobody.
 */
export type Answer< T > =
	{ ok: true; data: T } | { ok: false; isOurs: boolean; status: number; message: string; fields: readonly string[] };

/**
 * Posts JSON to one of our own routes.
 *
 * @param url
 * @param body
 * @param nonce WordPress' nonce of the person who is logged in; without it the request is nobody's.
 */
export async function post< T >( url: string, body?: object, nonce = '' ): Promise< Answer< T > > {
	try {
		const response = await fetch( url, {
			method: 'POST',
			headers: {
				Accept: 'application/json',
				...( body && { 'Content-Type': 'application/json' } ),
				...( nonce && { 'X-WP-Nonce': nonce } ),
			},
			...( body && { body: JSON.stringify( body ) } ),
		} );
		const data: unknown = await response.json().catch( () => null );
		if ( response.ok && data !== null ) {
			return { ok: true, data: data as T };
		}
		const refusal = ( data ?? {} ) as ErrorBody;
		// WordPress' own word about a nonce that has run out is known, too.
		const isOurs = /^counterfoil_|^rest_cookie_invalid_nonce$/.test( String( refusal.code ) );
		return { ok: false, isOurs, status: response.status, ...problem( isOurs ? refusal : {} ) };
	} catch {
		return { ok: false, isOurs: true, status: 0, message: '', fields: [] };
	}
}

interface ErrorBody {
	code?: string;
	message?: string;
	data?: { fields?: Record< string, string > };
}

function problem( { message = '', data }: ErrorBody ): { message: string; fields: readonly string[] } {
	return { message, fields: Object.keys( data?.fields ?? {} ) };
}
