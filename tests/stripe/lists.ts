import { invalid, missing } from './errors';
import type { Stored } from './objects';
import type { Params } from './params';
import { present, type Json } from './present';

export const PAGE_PARAMS = [ 'limit', 'starting_after', 'ending_before', 'created' ] as const;

/**
 * One page of a list, newest first.
 *
 * @param url    What stands in the list's `url`.
 * @param every  All objects, newest first, filtered by the endpoint's own parameters.
 * @param params The request's parameters.
 * @see https://docs.stripe.com/api/pagination
 */
export function page( url: string, every: readonly Stored[], params: Params ): Json {
	const limit = params.integer( 'limit' ) ?? 10;
	if ( limit < 1 || limit > 100 ) {
		throw invalid( 'This value must be between 1 and 100.', 'limit', 'parameter_invalid_integer' );
	}
	const after = params.text( 'starting_after' ) ?? null;
	const before = params.text( 'ending_before' ) ?? null;
	if ( after !== null && before !== null ) {
		throw invalid( 'You may only specify one of these parameters: starting_after, ending_before.' );
	}
	const all = in_range( every, params );
	let rest = all;
	if ( after !== null ) {
		rest = all.slice( position( all, after, 'starting_after' ) + 1 );
	}
	if ( before !== null ) {
		// The page ends just before the object, so it is cut from the end.
		const head = all.slice( 0, position( all, before, 'ending_before' ) );
		const data = head.slice( -limit );
		return list( url, data, head.length > data.length );
	}
	return list( url, rest.slice( 0, limit ), rest.length > limit );
}

export function list( url: string, data: readonly Stored[], more: boolean ): Json {
	return { object: 'list', data: data.map( present ), has_more: more, url };
}

function position( all: readonly Stored[], id: string, param: string ): number {
	const found = all.findIndex( ( one ) => one.id === id );
	if ( found < 0 ) {
		throw missing( 'object', id, param, 'parameter' );
	}
	return found;
}

function in_range( all: readonly Stored[], params: Params ): readonly Stored[] {
	const created = params.range( 'created' );
	if ( created === undefined ) {
		return all;
	}
	if ( typeof created === 'number' ) {
		return all.filter( ( one ) => one.created === created );
	}
	created.only( 'gt', 'gte', 'lt', 'lte' );
	const gt = created.integer( 'gt' ) ?? -Infinity;
	const gte = created.integer( 'gte' ) ?? -Infinity;
	const lt = created.integer( 'lt' ) ?? Infinity;
	const lte = created.integer( 'lte' ) ?? Infinity;
	return all.filter( ( { created: at } ) => at > gt && at >= gte && at < lt && at <= lte );
}

/**
 * The small part of Stripe's search language that is of use here: `field:"value"` and
 * `metadata["key"]:"value"`, joined by AND. Stripe's search lags behind by up to a minute; the
 * fake's does not, so nothing may rely on it right after a write.
 *
 * @see https://docs.stripe.com/search
 */
export function search( url: string, every: readonly Stored[], params: Params ): Json {
	params.only( 'query', 'limit', 'page' );
	const clauses = params
		.required( 'query' )
		.split( /\s+AND\s+/i )
		.map( clause );
	const limit = params.integer( 'limit' ) ?? 10;
	const found = every.filter( ( one ) => clauses.every( ( matches ) => matches( one ) ) );
	const from = Number( params.text( 'page' ) ?? 0 );
	const more = found.length > from + limit;
	return {
		object: 'search_result',
		data: found.slice( from, from + limit ).map( present ),
		has_more: more,
		next_page: more ? String( from + limit ) : null,
		url,
	};
}

function clause( text: string ): ( one: Stored ) => boolean {
	const match = /^(\w+)(?:\[["'](.+?)["']\])?\s*[:~]\s*["'](.*)["']$/.exec( text.trim() );
	if ( ! match ) {
		throw invalid( `We could not parse your search query: ${ text }`, 'query' );
	}
	const [ , field = '', key, wanted = '' ] = match;
	return ( one ) => {
		const value = ( one as unknown as Json )[ field ];
		const found = key === undefined ? value : ( value as Json | undefined )?.[ key ];
		return typeof found === 'string' && found.toLowerCase() === wanted.toLowerCase();
	};
}
