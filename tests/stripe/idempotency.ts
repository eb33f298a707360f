import { createHash } from 'node:crypto';
import { ApiError } from './errors';
import type { World } from './world';

export interface KeptAnswer {
	/** Hash of the endpoint and its parameters. */
	fingerprint: string;
	status: number;
	body: string;
	/** Request-Id of the first answer. */
	request: string;
	/** Unix seconds. */
	created: number;
}

const KEPT_SECONDS = 24 * 3600;

/**
 * Idempotency keys: the first answer of a request that began to execute is kept for a day and
 * repeated, be it good or bad. Other parameters are an error, a request still under way a conflict.
 *
 * @see https://docs.stripe.com/api/idempotent_requests
 */
export class Idempotency {
	private readonly underWay = new Set< string >();

	constructor( private readonly world: () => World ) {}

	/** The kept answer, or null when the request is to be executed; then `finish` must follow. */
	begin( tenant: string, key: string, fingerprint: string ): KeptAnswer | null {
		if ( key.length > 255 ) {
			throw new ApiError( 400, {
				type: 'invalid_request_error',
				message: 'Idempotency keys can be at most 255 characters long.',
			} );
		}
		const id = `${ tenant }/${ key }`;
		if ( this.underWay.has( id ) ) {
			throw new ApiError( 409, {
				type: 'idempotency_error',
				code: 'idempotency_key_in_use',
				message: `There is currently another in-progress request using this Idempotent Key (that probably means you submitted twice, and the other request is still going through): ${ key }. Try again later.`,
			} );
		}
		const { answers } = this.world().state;
		const kept = answers[ id ];
		if ( kept && kept.created + KEPT_SECONDS > this.world().now() ) {
			if ( kept.fingerprint !== fingerprint ) {
				throw new ApiError( 400, {
					type: 'idempotency_error',
					message: `Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '${ key }' if you meant to execute a different request.`,
				} );
			}
			return kept;
		}
		delete answers[ id ];
		this.underWay.add( id );
		return null;
	}

	/** Keeps the answer; null when the request never began, so that its key stays free. */
	finish( tenant: string, key: string, answer: Omit< KeptAnswer, 'created' > | null ): void {
		const id = `${ tenant }/${ key }`;
		this.underWay.delete( id );
		if ( answer ) {
			this.world().state.answers[ id ] = { ...answer, created: this.world().now() };
			this.world().touch();
		}
	}
}

export function fingerprint_of( method: string, path: string, body: string ): string {
	return createHash( 'sha256' ).update( `${ method } ${ path }\n${ body }` ).digest( 'hex' );
}
