import type { IncomingMessage, ServerResponse } from 'node:http';
import { ApiError } from './errors';

const MOST_BYTES = 1024 * 1024;

/** Any page may call the API from a browser, as at Stripe; the key decides what it gets. */
export const CORS = {
	'Access-Control-Allow-Origin': '*',
	'Access-Control-Allow-Methods': 'GET, POST, DELETE, OPTIONS',
	'Access-Control-Allow-Headers': 'Authorization, Content-Type, Idempotency-Key, Stripe-Version',
	'Access-Control-Expose-Headers': 'Request-Id',
	'Access-Control-Max-Age': '300',
};

export async function body_of( request: IncomingMessage ): Promise< string > {
	const parts: Buffer[] = [];
	let bytes = 0;
	for await ( const part of request ) {
		bytes += ( part as Buffer ).length;
		if ( bytes > MOST_BYTES ) {
			throw new ApiError( 413, { type: 'invalid_request_error', message: 'Request entity too large.' } );
		}
		parts.push( part as Buffer );
	}
	return Buffer.concat( parts ).toString( 'utf8' );
}

export function send(
	response: ServerResponse,
	status: number,
	type: string,
	body: string,
	headers: Record< string, string > = {}
): void {
	response.writeHead( status, {
		'Content-Type': `${ type }; charset=utf-8`,
		'Cache-Control': 'no-store',
		...headers,
	} );
	response.end( body );
}

export function send_json(
	response: ServerResponse,
	status: number,
	body: unknown,
	headers: Record< string, string > = {}
): void {
	send( response, status, 'application/json', JSON.stringify( body, null, 2 ), headers );
}

export function error_body( error: ApiError ): string {
	return JSON.stringify( { error: error.body }, null, 2 );
}
