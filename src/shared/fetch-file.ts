import apiFetch from '@wordpress/api-fetch';
import { __ } from '@wordpress/i18n';
import { ApiFailure } from './api';

/**
 * A file of the API, whole: only then is it known to be one.
 *
 * @param path As pathOf() makes it.
 * @throws ApiFailure
 */
export async function fetchFile( path: string ): Promise< Blob > {
	try {
		const response = await apiFetch< Response, false >( { path, parse: false } );
		return await response.blob();
	} catch ( thrown ) {
		throw await failureOf( thrown );
	}
}

/** An answer that is not parsed is thrown as it is: its words are still to be read. */
async function failureOf( thrown: unknown ): Promise< ApiFailure > {
	if ( ! ( thrown instanceof Response ) ) {
		return ApiFailure.from( thrown );
	}
	try {
		return ApiFailure.from( await thrown.json() );
	} catch {
		return new ApiFailure( __( 'The file couldn’t be opened.', 'counterfoil' ), 'unreadable', thrown.status, {} );
	}
}
