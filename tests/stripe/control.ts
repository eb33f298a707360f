import { advance_dispute, dispute, offer_methods } from './control-banks';
import { change_method } from './control-methods';
import { advance, advance_refund, give_back, pay, tamper } from './control-payments';
import type { ControlBody } from './control-body';
import { MODES } from './deliveries';
import { ApiError, invalid } from './errors';
import { KINDS, type Faults } from './faults';
import { ledger } from './ledger';
import type { Network } from './network';
import { present } from './present';
import type { Recorder } from './recorder';
import { let_time_pass } from './returns';
import type { Webhooks } from './webhooks';
import { empty_state } from './world';

/** `/_control`: what tests and the demo do to the fake. Stripe has nothing of the kind. */
export class Control {
	constructor(
		private readonly net: Network,
		private readonly webhooks: Webhooks,
		private readonly faults: Faults,
		private readonly recorder: Recorder
	) {}

	/** @throws ApiError for a route or a body that makes no sense. */
	async handle( method: string, path: string, query: URLSearchParams, body: ControlBody ): Promise< unknown > {
		const [ name = '', id = '', verb = '' ] = path.replace( /^\/_control\//, '' ).split( '/' );
		const known = `${ method } ${ [ name, ...( verb ? [ ':id', verb ] : [ id ].filter( Boolean ) ) ].join( '/' ) }`;
		switch ( known ) {
			case 'GET ledger':
				return ledger( this.net.world, {
					account: query.get( 'account' ),
					payment_intent: query.get( 'payment_intent' ),
					customer: query.get( 'customer' ),
					metadata: metadata_in( query ),
				} );
			case 'GET requests':
				return this.requests( query );
			case 'DELETE requests':
				this.recorder.clear();
				return { ok: true };
			case 'GET faults':
				return { faults: this.faults.list() };
			case 'POST faults':
				return this.add_fault( body );
			case 'DELETE faults':
				this.faults.clear();
				return { ok: true };
			case 'GET webhooks':
				return { ...this.webhooks.get(), deliveries: this.webhooks.list() };
			case 'POST webhooks':
				return this.set_webhooks( body );
			case 'POST webhooks/flush':
				return { deliveries: await this.webhooks.flush() };
			case 'POST events/:id/resend':
				return {
					statuses: await this.webhooks.resend(
						this.net.world.anywhere( 'events', id ),
						body.integer( 'copies' ) ?? 1
					),
				};
			case 'POST events/:id/sign': {
				const event = this.net.world.anywhere( 'events', id );
				return { ...this.webhooks.signed( event, body.required( 'secret' ) ), event: present( event ) };
			}
			case 'POST pay':
				return this.quietly( body, () => pay( this.net, body ) );
			case 'POST refund':
				return this.quietly( body, () => give_back( this.net, body ) );
			case 'POST dispute':
				return this.quietly( body, () => dispute( this.net, body ) );
			case 'POST disputes/:id/advance':
				return this.quietly( body, () => advance_dispute( this.net, id, body ) );
			case 'POST payment_methods/:id/change':
				return this.quietly( body, () => change_method( this.net, id, body ) );
			case 'POST methods':
				return offer_methods( this.net, body );
			case 'POST tamper':
				return this.quietly( body, () => tamper( this.net, body ) );
			case 'POST payment_intents/:id/advance':
				return this.quietly( body, () => advance( this.net, id, body ) );
			case 'POST refunds/:id/advance':
				return this.quietly( body, () => advance_refund( this.net, id, body ) );
			case 'POST authentication':
				this.net.authentication = body.oneOf( 'mode', [ 'dialog', 'redirect' ] );
				return { mode: this.net.authentication };
			case 'GET clock':
				return { now: this.net.world.now(), offset: this.net.world.state.offset };
			case 'POST clock':
				return this.set_clock( body );
			case 'POST reset':
				return this.reset();
			default:
				throw new ApiError( 404, {
					type: 'invalid_request_error',
					message: `No control route ${ method } ${ path }.`,
				} );
		}
	}

	/** `"quiet": true` keeps the events but delivers none: seeded history is not news. */
	private quietly< T >( body: ControlBody, act: () => T ): T {
		this.webhooks.quiet = body.flag( 'quiet' ) === true;
		try {
			return act();
		} finally {
			this.webhooks.quiet = false;
		}
	}

	private requests( query: URLSearchParams ): unknown {
		const path = query.get( 'path' );
		const method = query.get( 'method' );
		return {
			requests: this.recorder
				.list()
				.filter( ( one ) => path === null || one.path.startsWith( path ) )
				.filter( ( one ) => method === null || one.method === method.toUpperCase() ),
		};
	}

	private add_fault( body: ControlBody ): unknown {
		const match = body.object( 'match' );
		const method = match.text( 'method' );
		const path = match.text( 'path' );
		this.faults.add( {
			match: { ...( method ? { method } : {} ), ...( path ? { path } : {} ) },
			kind: body.oneOf( 'kind', KINDS ),
			times: body.integer( 'times' ) ?? 1,
			delayMs: body.integer( 'delayMs' ) ?? 1000,
			after: body.flag( 'after' ) ?? false,
			kept: body.flag( 'kept' ) ?? true,
		} );
		return { faults: this.faults.list() };
	}

	private set_webhooks( body: ControlBody ): unknown {
		const copies = body.integer( 'copies' ) ?? 2;
		const delayMs = body.integer( 'delayMs' ) ?? 300;
		if ( copies < 1 || copies > 100 || delayMs < 0 ) {
			throw invalid( 'copies must be 1 to 100, delayMs 0 or more.' );
		}
		this.webhooks.set( { mode: body.oneOf( 'mode', MODES ), copies, delayMs } );
		return this.webhooks.get();
	}

	/** `offset` in seconds from the machine's clock, or `now` as unix seconds. */
	private set_clock( body: ControlBody ): unknown {
		const { world } = this.net;
		const now = body.integer( 'now' );
		world.state.offset =
			now === undefined ? ( body.integer( 'offset' ) ?? 0 ) : now - Math.floor( Date.now() / 1000 );
		world.touch();
		let_time_pass( this.net );
		return { now: world.now(), offset: world.state.offset };
	}

	private reset(): unknown {
		this.net.world.state = empty_state();
		this.net.authentication = 'dialog';
		this.faults.clear();
		this.recorder.clear();
		this.webhooks.set( { mode: 'deliver', copies: 2, delayMs: 300 } );
		this.net.world.touch();
		return { ok: true };
	}
}

/** `?metadata[invoice]=INV-1` */
function metadata_in( query: URLSearchParams ): Record< string, string > {
	return Object.fromEntries(
		[ ...query ].flatMap( ( [ key, value ] ) => {
			const name = /^metadata\[(.+)\]$/.exec( key )?.[ 1 ];
			return name === undefined ? [] : [ [ name, value ] ];
		} )
	);
}
