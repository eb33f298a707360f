import apiFetch from '@wordpress/api-fetch';
import { __ } from '@wordpress/i18n';
import { addQueryArgs } from '@wordpress/url';
import type { z } from 'zod';
import type { AnyOperation } from '../contract';
import { newKey } from './intention';
import routes from '../../build/contract/routes.json';

export type OperationId = AnyOperation[ 'id' ];
/** Those that answer with a file. */
export type FileId = Extract< AnyOperation, { readonly binary: string } >[ 'id' ];

type Part< O, Name extends string > = O extends { readonly [ K in Name ]: infer S extends z.ZodType }
	? { readonly [ K in Name ]: z.input< S > }
	: object;
type Requests = {
	readonly [ O in AnyOperation as O[ 'id' ] ]: Part< O, 'params' > & Part< O, 'query' > & Part< O, 'body' >;
};
type Responses = {
	readonly [ O in AnyOperation as O[ 'id' ] ]: z.output< O[ 'response' ] >;
};

/** What an operation takes: `{ params, query, body }`, each only where the contract has it. */
export type RequestOf< Id extends OperationId > = Requests[ Id ];

/** What it answers. */
export type ResponseOf< Id extends OperationId > = Responses[ Id ];

interface Route {
	readonly id: string;
	readonly method: string;
	readonly path: string;
	readonly idempotent: boolean;
}
const byId = new Map( ( routes as Route[] ).map( ( route ) => [ route.id, route ] ) );

interface Loose {
	params?: Record< string, string | number >;
	query?: Record< string, string | number | boolean | undefined >;
	body?: unknown;
}

export const methodOf = ( id: OperationId ) => byId.get( id )?.method ?? 'GET';

/** Path below the site's REST root, "/counterfoil/v1/invoices/12?per_page=25". */
export function pathOf( id: OperationId, request: unknown ): string {
	const { params = {}, query = {} } = request as Loose;
	const path = ( byId.get( id )?.path ?? '' ).replace( /\{(\w+)\}/g, ( _, name: string ) =>
		encodeURIComponent( String( params[ name ] ?? '' ) )
	);
	return addQueryArgs( `/counterfoil/v1${ path }`, query );
}

/** What WordPress' client says in the words of programs: there was no answer of ours. */
function unreadable( code: string | undefined ): string | undefined {
	switch ( code ) {
		case 'invalid_json':
			return __( 'The server’s answer couldn’t be read. Reload the page to see what was saved.', 'counterfoil' );
		case 'fetch_error':
		case 'offline_error':
			return __( 'The server couldn’t be reached. Check your internet connection and try again.', 'counterfoil' );
		default:
			return undefined;
	}
}

/** What went wrong, for people; `fields` by JSON pointer ("/lines/0/quantity"). */
export class ApiFailure extends Error {
	constructor(
		message: string,
		readonly code: string,
		readonly status: number,
		readonly fields: Readonly< Record< string, string > >
	) {
		super( message );
	}

	static from( thrown: unknown ): ApiFailure {
		if ( thrown instanceof ApiFailure ) {
			return thrown;
		}
		const { message, code, data } = ( thrown ?? {} ) as {
			message?: string;
			code?: string;
			data?: { status?: number; fields?: Record< string, string > };
		};
		return new ApiFailure(
			unreadable( code ) ?? message ?? String( thrown ),
			code ?? 'unknown',
			data?.status ?? 0,
			data?.fields ?? {}
		);
	}
}

/**
 * Calls an operation of the contract.
 *
 * @param id      Operation, "invoices.send".
 * @param request Its params, query and body.
 * @param options `key` is the Idempotency-Key of a command: the same for every try of one intention.
 * @param options.key
 * @param options.signal
 * @throws ApiFailure
 */
export async function call< Id extends OperationId >(
	id: Id,
	request: RequestOf< Id >,
	options: { key?: string; signal?: AbortSignal } = {}
): Promise< ResponseOf< Id > > {
	const route = byId.get( id );
	const { body } = request as Loose;
	try {
		return await apiFetch< ResponseOf< Id > >( {
			path: pathOf( id, request ),
			method: route?.method ?? 'GET',
			...( body === undefined ? {} : { data: body } ),
			...( route?.idempotent ? { headers: { 'Idempotency-Key': options.key ?? newKey() } } : {} ),
			...( options.signal ? { signal: options.signal } : {} ),
		} );
	} catch ( thrown ) {
		throw ApiFailure.from( thrown );
	}
}
