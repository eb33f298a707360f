import type { ApiErrorBody } from './objects';

/** An answer of the API that is not a success, with Stripe's status and body. */
export class ApiError extends Error {
	/**
	 * @param status HTTP status, as https://docs.stripe.com/api/errors lists them.
	 * @param body   What stands under `error`.
	 * @param began  Whether the endpoint had begun to execute: only then an idempotency key keeps the answer.
	 */
	constructor(
		readonly status: number,
		readonly body: ApiErrorBody,
		readonly began = false
	) {
		super( body.message );
		if ( body.code && ! body.doc_url ) {
			body.doc_url = `https://stripe.com/docs/error-codes/${ body.code.replace( /_/g, '-' ) }`;
		}
	}
}

export function invalid( message: string, param?: string, code?: string ): ApiError {
	return new ApiError( 400, {
		type: 'invalid_request_error',
		message,
		...( param ? { param } : {} ),
		...( code ? { code } : {} ),
	} );
}

/**
 * An id that the account and mode do not have. In the path it is 404, as a parameter 400.
 *
 * @param noun  Stripe's word for it, e.g. `payment_intent`.
 * @param id    The id that was asked for.
 * @param param The parameter it came in.
 * @param where Path or parameter.
 */
export function missing( noun: string, id: string, param: string, where: 'path' | 'parameter' = 'path' ): ApiError {
	return new ApiError( where === 'path' ? 404 : 400, {
		type: 'invalid_request_error',
		code: 'resource_missing',
		message: `No such ${ noun }: '${ id }'`,
		param,
	} );
}

/** The object is in a state that does not allow the request; such an answer is kept by the idempotency key. */
export function refused( message: string, code: string, extra: Partial< ApiErrorBody > = {} ): ApiError {
	return new ApiError( 400, { type: 'invalid_request_error', code, message, ...extra }, true );
}
