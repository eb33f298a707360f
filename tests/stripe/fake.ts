import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { body_of, CORS, error_body, send, send_json } from './answer';
import { Api } from './api';
import { Control } from './control';
import { ControlBody } from './control-body';
import { ApiError } from './errors';
import { Faults } from './faults';
import { Idempotency } from './idempotency';
import { Network } from './network';
import { home_page, receipt_page } from './page';
import { Recorder } from './recorder';
import { StateFile } from './state-file';
import { stripe_js } from './stripe-js';
import { answer_challenge, challenge_page } from './three-d-secure';
import { Webhooks, type WebhookOptions } from './webhooks';
import { World } from './world';

export interface FakeOptions {
	/** 0 takes any free one. */
	port: number;
	/** Where the state is kept between runs; none keeps it in memory. */
	state?: string | undefined;
	webhook?: WebhookOptions | undefined;
	/** Gets a line for each request. */
	log?: ( ( line: string ) => void ) | undefined;
}

/** The fake Stripe: state, API, control routes and pages behind one port of this machine. */
export class FakeStripe {
	private readonly file: StateFile;
	private readonly webhooks: Webhooks;
	private readonly net: Network;
	private readonly api: Api;
	private readonly control: Control;
	private readonly server: Server;

	constructor( private readonly options: FakeOptions ) {
		const world: World = new World( undefined, () => this.file.soon() );
		this.file = new StateFile( options.state ?? null, () => world.state );
		world.state = this.file.read();
		const faults = new Faults();
		const recorder = new Recorder();
		this.webhooks = new Webhooks( () => world, options.webhook );
		this.net = new Network( world, this.webhooks );
		this.api = new Api( this.net, new Idempotency( () => world ), faults, recorder );
		this.control = new Control( this.net, this.webhooks, faults, recorder );
		this.server = createServer( ( request, response ) => void this.handle( request, response ) );
		// Longer than any client keeps one: else it may send on a connection that is just being closed.
		this.server.keepAliveTimeout = 120_000;
	}

	get origin(): string {
		return this.net.origin;
	}

	async start(): Promise< this > {
		await new Promise< void >( ( done, fail ) => {
			this.server.once( 'error', fail );
			this.server.listen( this.options.port, '127.0.0.1', done );
		} );
		const { port } = this.server.address() as AddressInfo;
		this.net.origin = `http://127.0.0.1:${ port }`;
		this.webhooks.resume();
		return this;
	}

	async stop(): Promise< void > {
		this.webhooks.close();
		this.server.closeAllConnections();
		await new Promise( ( done ) => this.server.close( done ) );
		this.file.write();
	}

	private async handle( request: IncomingMessage, response: ServerResponse ): Promise< void > {
		const url = new URL( request.url ?? '/', this.origin );
		const { log } = this.options;
		if ( log ) {
			response.on( 'finish', () => log( `${ request.method } ${ url.pathname } ${ response.statusCode }` ) );
		}
		try {
			await this.dispatch( request, response, url );
		} catch ( error ) {
			const known =
				error instanceof ApiError
					? error
					: new ApiError( 500, {
							type: 'api_error',
							message: error instanceof Error ? ( error.stack ?? '' ) : '',
						} );
			send( response, known.status, 'application/json', error_body( known ), CORS );
		}
	}

	private async dispatch( request: IncomingMessage, response: ServerResponse, url: URL ): Promise< void > {
		const method = request.method ?? 'GET';
		const [ , first = '', second = '' ] = url.pathname.split( '/' );
		if ( method === 'OPTIONS' ) {
			response.writeHead( 204, CORS ).end();
		} else if ( first === 'v1' ) {
			await this.api.handle( request, response, url );
		} else if ( first === '_control' ) {
			const body = ControlBody.parse( await body_of( request ) );
			send_json( response, 200, await this.control.handle( method, url.pathname, url.searchParams, body ) );
		} else if ( first === '3ds' ) {
			this.challenge( method, response, url, second );
		} else if ( first === 'v3' || second === 'stripe.js' ) {
			send( response, 200, 'text/javascript', await stripe_js( first ), CORS );
		} else if ( first === 'webhooks' && method === 'POST' ) {
			await this.button( second );
			response.writeHead( 303, { Location: '/' } ).end();
		} else if ( first === 'receipts' ) {
			send( response, 200, 'text/html', receipt_page( this.net, second ) );
		} else if ( url.pathname === '/' ) {
			send( response, 200, 'text/html', home_page( this.net, this.webhooks ) );
		} else {
			throw new ApiError( 404, { type: 'invalid_request_error', message: `Nothing at ${ url.pathname }.` } );
		}
	}

	private challenge( method: string, response: ServerResponse, url: URL, id: string ): void {
		const secret = url.searchParams.get( 'secret' ) ?? '';
		if ( method !== 'POST' ) {
			send( response, 200, 'text/html', challenge_page( this.net, id, secret ) );
			return;
		}
		const passed = url.searchParams.get( 'outcome' ) === 'complete';
		const back = answer_challenge( this.net, id, secret, passed );
		if ( url.searchParams.has( 'dialog' ) || back === null ) {
			send_json( response, 200, { ok: true }, CORS );
		} else {
			response.writeHead( 303, { Location: back } ).end();
		}
	}

	private async button( action: string ): Promise< void > {
		if ( action === 'flush' ) {
			await this.webhooks.flush();
		} else {
			this.webhooks.set( { ...this.webhooks.get(), mode: action === 'block' ? 'block' : 'deliver' } );
		}
	}
}
