import type { BrowserContext, ConsoleMessage, Request, Response, WebError } from '@playwright/test';
import { operations } from '../../../src/contract';
import { apiError } from '../../../src/contract/common';
import type { Operation } from '../../../src/contract/operation';

/** `/wp-json/counterfoil/v1/invoices/12` or `?rest_route=/counterfoil/v1/invoices/12`. */
const ROUTE = /\/counterfoil\/v1(\/[^?&#]*)/;

/** "/invoices/summary" before "/invoices/{id}". */
const byFewestPlaceholders = [ ...operations ].sort(
	( a, b ) => ( a.path.match( /\{/g )?.length ?? 0 ) - ( b.path.match( /\{/g )?.length ?? 0 )
);

/**
 * Looks over the shoulder of every page of a test: each answer of the product's routes has to be what the contract
 * says, to the field, and nothing may complain in the console.
 */
export class Watch {
	/** Ids of the operations whose answers were read. */
	readonly seen = new Set< string >();
	private readonly problems: string[] = [];
	private readonly expected: RegExp[] = [];
	private readonly reading: Array< Promise< void > > = [];
	private readonly hearAnswer = ( response: Response ) => void this.reading.push( this.read( response ) );
	private readonly hearError = ( error: WebError ) =>
		void this.problems.push( `Uncaught: ${ error.error().message }` );
	private readonly hearComplaint = ( message: ConsoleMessage ) => {
		if ( message.type() === 'error' ) {
			const { url } = message.location();
			this.problems.push( `Console: ${ message.text() } (${ url })` );
		}
	};

	attach( context: BrowserContext ): void {
		context.on( 'response', this.hearAnswer );
		context.on( 'weberror', this.hearError );
		context.on( 'console', this.hearComplaint );
	}

	/** For a browser that another test goes on with. */
	detach( context: BrowserContext ): void {
		context.off( 'response', this.hearAnswer );
		context.off( 'weberror', this.hearError );
		context.off( 'console', this.hearComplaint );
	}

	/** A complaint that belongs to what is tried: a declined card is a 402 in the console. */
	expect( complaint: RegExp ): void {
		this.expected.push( complaint );
	}

	/** What was wrong, once everything was read. */
	async report(): Promise< readonly string[] > {
		await Promise.all( this.reading );
		return this.problems.filter( ( problem ) => ! this.expected.some( ( pattern ) => pattern.test( problem ) ) );
	}

	private async read( response: Response ): Promise< void > {
		const request = response.request();
		const path = ROUTE.exec( decodeURIComponent( response.url() ) )?.[ 1 ];
		if ( path === undefined || request.method() === 'OPTIONS' ) {
			return;
		}
		const method = methodOf( request );
		const operation = operationOf( method, path );
		if ( ! operation ) {
			this.problems.push( `${ method } ${ path } is not in the contract.` );
			return;
		}
		const body = await response.text().catch( () => undefined );
		if ( body === undefined ) {
			// The page went on before its answer was read; the next one of its kind will be.
			return;
		}
		this.seen.add( operation.id );
		const wrong = faultOf( operation, response, body );
		if ( wrong ) {
			this.problems.push( `${ method } ${ path } (${ response.status() }): ${ wrong }` );
		}
	}
}

/** WordPress' api-fetch sends PUT and DELETE as POST. */
function methodOf( request: Request ): string {
	return ( request.headers()[ 'x-http-method-override' ] ?? request.method() ).toUpperCase();
}

function operationOf( method: string, path: string ): Operation | undefined {
	return byFewestPlaceholders.find(
		( operation ) =>
			operation.method === method &&
			new RegExp( `^${ operation.path.replace( /\{\w+\}/g, '[1-9]\\d*' ) }/?$` ).test( path )
	);
}

/** What is not as the contract has it; undefined when all is. */
function faultOf( operation: Operation, response: Response, body: string ): string | undefined {
	const type = response.headers()[ 'content-type' ] ?? '';
	const isGood = response.status() < 400;
	if ( isGood && response.status() !== ( operation.status ?? 200 ) ) {
		return `${ operation.status ?? 200 } was agreed`;
	}
	if ( isGood && operation.binary ) {
		// Files of any type.
		const isAgreed = operation.binary === 'application/octet-stream' || type.startsWith( operation.binary );
		return isAgreed ? undefined : `${ operation.binary } was agreed, not ${ type }`;
	}
	if ( ! type.startsWith( 'application/json' ) ) {
		return `JSON was agreed, not ${ type }`;
	}
	const parsed = ( isGood ? operation.response : apiError ).safeParse( JSON.parse( body ) );
	return parsed.success
		? undefined
		: parsed.error.issues.map( ( { path, message } ) => `/${ path.join( '/' ) } ${ message }` ).join( '; ' );
}
