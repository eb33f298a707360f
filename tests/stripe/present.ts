import { invalid } from './errors';
import type { Caller } from './keys';
import type { CollectionName, Stored } from './objects';
import type { World } from './world';

export type Json = Record< string, unknown >;

/** What may be expanded, and where it is kept. `refunds` is a list that is not there unless asked for. */
const EXPANDABLE: Record< string, CollectionName > = {
	balance_transaction: 'balance_transactions',
	charge: 'charges',
	customer: 'customers',
	dispute: 'disputes',
	default_payment_method: 'payment_methods',
	latest_charge: 'charges',
	payment_intent: 'payment_intents',
	payment_method: 'payment_methods',
	setup_intent: 'setup_intents',
};

const MAX_DEPTH = 4;

/** The public shape: a copy without the fake's own fields. */
export function present( stored: Stored | object ): Json {
	return copy( stored ) as Json;
}

function copy( value: unknown ): unknown {
	if ( Array.isArray( value ) ) {
		return value.map( copy );
	}
	if ( value === null || typeof value !== 'object' ) {
		return value;
	}
	return Object.fromEntries(
		Object.entries( value )
			.filter( ( [ name, one ] ) => ! name.startsWith( '_' ) && one !== undefined )
			.map( ( [ name, one ] ) => [ name, copy( one ) ] )
	);
}

/**
 * Replaces ids by objects: `latest_charge.balance_transaction`, in lists `data.customer`.
 *
 * @see https://docs.stripe.com/api/expanding_objects
 */
export function expand( world: World, caller: Caller, body: Json, paths: readonly string[] ): Json {
	for ( const path of paths ) {
		walk( world, caller, body, path.split( '.' ) );
	}
	return body;
}

/** Refuses unknown names before anything is done. */
export function check_expand( paths: readonly string[] ): void {
	for ( const path of paths ) {
		for ( const name of path.split( '.' ) ) {
			if ( name !== 'data' && name !== 'refunds' && ! EXPANDABLE[ name ] ) {
				throw not_expandable( name );
			}
		}
		if ( path.split( '.' ).length > MAX_DEPTH ) {
			throw invalid( `You cannot expand more than 4 levels of a property: ${ path }`, 'expand' );
		}
	}
}

function not_expandable( name: string ): Error {
	return invalid( `This property cannot be expanded (${ name }).`, 'expand', 'property_not_expandable' );
}

function walk( world: World, caller: Caller, node: Json, names: string[] ): void {
	const [ name = '', ...rest ] = names;
	if ( name === 'data' && node.object === 'list' ) {
		for ( const one of node.data as Json[] ) {
			walk( world, caller, one, rest );
		}
		return;
	}
	if ( name === '' ) {
		return;
	}
	if ( name === 'refunds' && node.object === 'charge' ) {
		node.refunds = refunds_of( world, caller, String( node.id ) );
	}
	const value = node[ name ];
	const collection = EXPANDABLE[ name ];
	if ( typeof value === 'string' && collection ) {
		node[ name ] = present( world.find( collection, value, caller, 'expand' ) );
	} else if ( value === undefined || ( typeof value === 'string' && ! collection ) ) {
		throw not_expandable( name );
	}
	const next = node[ name ];
	if ( rest.length > 0 && next !== null && typeof next === 'object' ) {
		walk( world, caller, next as Json, rest );
	}
}

function refunds_of( world: World, caller: Caller, charge: string ): Json {
	const data = world
		.all( 'refunds', caller.tenant )
		.filter( ( refund ) => refund.charge === charge )
		.map( present );
	return { object: 'list', data, has_more: false, url: `/v1/charges/${ charge }/refunds` };
}
