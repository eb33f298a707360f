/** What the server answered, or why not: `status` 0 is a connection that was lost. */
export type Answer< T > =
	{ ok: true; data: T } | { ok: false; status: number; message: string; fields: readonly string[] };

/**
 * Posts JSON to one of our own routes.
 *
 * @param url
 * @param body
 * @param nonce WordPress' nonce of the person who is logged in; without it the request is nobody's.
 */
export async function post< T >( url: string, body?: Record< string, string >, nonce = '' ): Promise< Answer< T > > {
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
		const data: unknown = await response.json();
		return response.ok
			? { ok: true, data: data as T }
			: { ok: false, status: response.status, ...problem( data as ErrorBody ) };
	} catch {
		return { ok: false, status: 0, message: '', fields: [] };
	}
}

interface ErrorBody {
	message?: string;
	data?: { fields?: Record< string, string > };
}

function problem( { message = '', data }: ErrorBody ): { message: string; fields: readonly string[] } {
	return { message, fields: Object.keys( data?.fields ?? {} ) };
}
