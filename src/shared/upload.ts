import apiFetch from '@wordpress/api-fetch';
import { __ } from '@wordpress/i18n';
import { ApiFailure, type OperationId, pathOf, type ResponseOf } from './api';
import { boot } from './boot';
import { newKey } from './intention';

/** WordPress renews it while a screen stays open. */
const nonce = (): string =>
	( apiFetch as unknown as { nonceMiddleware?: { nonce?: string } } ).nonceMiddleware?.nonce ?? '';

/**
 * Sends one file, and says how much of it has left. fetch() can't say that.
 *
 * @param id         An operation of the contract that takes a file.
 * @param file       What was chosen.
 * @param onProgress With a share of 1.
 * @throws ApiFailure
 */
export function upload< Id extends OperationId >(
	id: Id,
	file: File,
	onProgress: ( share: number ) => void
): Promise< ResponseOf< Id > > {
	return new Promise( ( resolve, reject ) => {
		const request = new XMLHttpRequest();
		const fail = ( answer?: unknown ) =>
			reject(
				answer
					? ApiFailure.from( answer )
					: new ApiFailure( __( 'The upload was interrupted. Try again.', 'counterfoil' ), 'offline', 0, {} )
			);
		request.open( 'POST', address( pathOf( id, {} ) ) );
		request.setRequestHeader( 'X-WP-Nonce', nonce() );
		request.setRequestHeader( 'Idempotency-Key', newKey() );
		request.setRequestHeader( 'Accept', 'application/json' );
		request.upload.addEventListener( 'progress', ( { loaded, total } ) =>
			onProgress( total ? loaded / total : 0 )
		);
		request.addEventListener( 'error', () => fail() );
		request.addEventListener( 'load', () => {
			const answer = read( request.responseText );
			if ( request.status >= 200 && request.status < 300 && answer ) {
				resolve( answer as ResponseOf< Id > );
			} else {
				fail( answer );
			}
		} );
		const form = new FormData();
		form.append( 'file', file, file.name );
		request.send( form );
	} );
}

/** Sites without pretty links have the path in the query. */
function address( path: string ): string {
	const root = boot().restUrl;
	return root.includes( '?' ) ? root + path.slice( 1 ).replace( '?', '&' ) : root + path.slice( 1 );
}

function read( text: string ): unknown {
	try {
		return JSON.parse( text ) as unknown;
	} catch {
		return undefined;
	}
}
