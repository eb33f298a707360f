import type { IncomingMessage, ServerResponse } from 'node:http';
import { body_of, CORS, error_body, send } from './answer';
import { ApiError, invalid } from './errors';
import type { Fault, Faults } from './faults';
import { parse_form } from './form';
import { fingerprint_of, type Idempotency } from './idempotency';
import { caller_from, type Caller } from './keys';
import type { Network } from './network';
import { Params } from './params';
import { check_expand, expand, present } from './present';
import { by, type Recorded, type Recorder } from './recorder';
import { let_time_pass } from './returns';
import { match, type Route } from './routes';
import { API_VERSION, VERSION_PATTERN } from './version';
import { random } from './world';

interface Answer {
	status: number;
	body: string;
	/** Whether the idempotency key keeps it. */
	kept: boolean;
	replayOf?: string;
}

interface Request {
	id: string;
	method: string;
	path: string;
	/** Query of a GET, body of the others. */
	form: string;
	key: string | null;
	recorded: Recorded;
}

/** `/v1`: key, faults, idempotency key, endpoint, in this order. */
export class Api {
	constructor(
		private readonly net: Network,
		private readonly idempotency: Idempotency,
		private readonly faults: Faults,
		private readonly recorder: Recorder
	) {}

	async handle( incoming: IncomingMessage, response: ServerResponse, url: URL ): Promise< void > {
		const method = incoming.method ?? 'GET';
		const id = `req_${ random( 14 ) }`;
		const version = header( incoming, 'stripe-version' );
		const key = header( incoming, 'idempotency-key' );
		const headers: Record< string, string > = {
			...CORS,
			'Request-Id': id,
			'Stripe-Version': version ?? API_VERSION,
			...( key ? { 'Idempotency-Key': key } : {} ),
		};
		let answer: Answer;
		let fault: Fault | null = null;
		let recorded: Recorded | null = null;
		try {
			const body = await body_of( incoming );
			recorded = this.recorder.begin( {
				at: this.net.world.now(),
				method,
				path: url.pathname,
				query: url.search.slice( 1 ),
				body,
				idempotency_key: key,
				stripe_version: version,
				user_agent: header( incoming, 'user-agent' ),
				request_id: id,
			} );
			check_version( version );
			check_type( header( incoming, 'content-type' ), body );
			const caller = caller_from( header( incoming, 'authorization' ) ?? undefined );
			by( recorded, caller );
			fault = this.faults.strike( method, url.pathname );
			recorded.fault = fault?.kind ?? null;
			const form = method === 'GET' ? url.search.slice( 1 ) : body;
			answer = await this.with_fault( fault, caller, { id, method, path: url.pathname, form, key, recorded } );
		} catch ( error ) {
			answer = failed( error );
		}
		if ( cuts( fault, answer ) ) {
			incoming.socket.destroy();
			return;
		}
		if ( fault?.kind === 'timeout' ) {
			// Left open: the client's own patience ends it.
			return;
		}
		if ( recorded ) {
			recorded.status = answer.status;
			recorded.replayed = answer.replayOf !== undefined;
		}
		if ( answer.replayOf ) {
			headers[ 'Idempotent-Replayed' ] = 'true';
			headers[ 'Original-Request' ] = answer.replayOf;
		}
		send( response, answer.status, 'application/json', answer.body, headers );
	}

	private async with_fault( fault: Fault | null, caller: Caller, request: Request ): Promise< Answer > {
		switch ( fault?.kind ) {
			case '429':
				throw new ApiError( 429, {
					type: 'invalid_request_error',
					code: 'rate_limit',
					message: 'Too many requests. Please retry later.',
				} );
			case 'cut-before':
				return { status: 0, body: '', kept: false };
			case 'timeout':
				return fault.after ? this.once( caller, request, null ) : { status: 0, body: '', kept: false };
			default:
				return this.once( caller, request, fault );
		}
	}

	/** Executes the request, or repeats the answer its idempotency key keeps. */
	private async once( caller: Caller, request: Request, fault: Fault | null ): Promise< Answer > {
		const { key, method, path, form, id } = request;
		if ( key === null || method !== 'POST' ) {
			return this.execute( caller, request, fault );
		}
		const fingerprint = fingerprint_of( method, path, form );
		const kept = this.idempotency.begin( caller.tenant, key, fingerprint );
		if ( kept ) {
			return { status: kept.status, body: kept.body, kept: false, replayOf: kept.request };
		}
		let answer: Answer | null = null;
		try {
			answer = await this.execute( caller, request, fault );
			return answer;
		} finally {
			this.idempotency.finish(
				caller.tenant,
				key,
				answer?.kept ? { fingerprint, status: answer.status, body: answer.body, request: id } : null
			);
		}
	}

	private async execute( caller: Caller, request: Request, fault: Fault | null ): Promise< Answer > {
		if ( fault?.kind === 'slow' ) {
			await new Promise( ( done ) => setTimeout( done, fault.delayMs ) );
		}
		if ( fault?.kind === '500' && ! fault.after ) {
			return internal( fault.kept );
		}
		const answer = this.run( caller, request );
		return fault?.kind === '500' ? internal( fault.kept ) : answer;
	}

	private run( caller: Caller, { id, method, path, form, key }: Request ): Answer {
		const { world } = this.net;
		let_time_pass( this.net );
		const mark = world.state.sequence;
		try {
			const { route, id: named } = found( method, path, caller );
			const params = new Params( parse_form( form ) );
			const paths = params.list( 'expand' ) ?? [];
			check_expand( paths );
			const result = this.net.because_of( { id, idempotency_key: key }, () =>
				route.run( { net: this.net, caller, params, id: named } )
			);
			const body = expand( world, caller, present( result ), paths );
			return { status: 200, body: JSON.stringify( body, null, 2 ), kept: true };
		} catch ( error ) {
			const answer = failed( error );
			if ( ! answer.kept ) {
				world.forget_after( mark );
			}
			return answer;
		}
	}
}

function found( method: string, path: string, caller: Caller ): { route: Route; id: string } {
	const hit = match( method, path );
	if ( ! hit ) {
		throw new ApiError( 404, {
			type: 'invalid_request_error',
			message: `Unrecognized request URL (${ method }: ${ path }). If you are trying to list objects, remove the trailing slash. If you are trying to retrieve an object, make sure you passed a valid (non-empty) identifier in your code.`,
		} );
	}
	if ( caller.publishable && ! hit.route.publishable ) {
		throw new ApiError( 401, {
			type: 'invalid_request_error',
			code: 'secret_key_required',
			message: 'This API call cannot be made with a publishable API key. Please use a secret API key.',
		} );
	}
	return hit;
}

function cuts( fault: Fault | null, answer: Answer ): boolean {
	return fault?.kind === 'cut-after' || ( fault?.kind === 'cut-before' && answer.status === 0 );
}

function internal( kept: boolean ): Answer {
	const error = new ApiError( 500, { type: 'api_error', message: 'An unknown error occurred.' } );
	return { status: 500, body: error_body( error ), kept };
}

function failed( error: unknown ): Answer {
	if ( error instanceof ApiError ) {
		return { status: error.status, body: error_body( error ), kept: error.began };
	}
	process.stderr.write( `${ error instanceof Error ? error.stack : String( error ) }\n` );
	return internal( false );
}

function check_version( version: string | null ): void {
	if ( version !== null && ! VERSION_PATTERN.test( version ) ) {
		throw invalid( `Invalid Stripe API version: ${ version }` );
	}
}

function check_type( type: string | null, body: string ): void {
	if ( body !== '' && ! type?.startsWith( 'application/x-www-form-urlencoded' ) ) {
		throw invalid(
			'Invalid request (check that your POST content type is application/x-www-form-urlencoded). If you have any questions, we can help at https://support.stripe.com/.'
		);
	}
}

function header( incoming: IncomingMessage, name: string ): string | null {
	const value = incoming.headers[ name ];
	return typeof value === 'string' && value !== '' ? value : null;
}
