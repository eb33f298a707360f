import { page, PAGE_PARAMS, search } from '../lists';
import type { Charge } from '../objects';
import type { Json } from '../present';
import type { Call, Route } from '../routes';

/** @see https://docs.stripe.com/api/charges */
export const charges: readonly Route[] = [
	{
		method: 'GET',
		path: '/v1/charges/search',
		run: ( { net, caller, params } ) =>
			search( '/v1/charges/search', net.world.all( 'charges', caller.tenant ), params ),
	},
	{ method: 'GET', path: '/v1/charges', run: list_charges },
	{ method: 'GET', path: '/v1/charges/:id', run: retrieve },
];

function retrieve( { net, caller, params, id }: Call ): Charge {
	params.only();
	return net.world.find( 'charges', id, caller );
}

function list_charges( { net, caller, params }: Call ): Json {
	params.only( ...PAGE_PARAMS, 'customer', 'payment_intent' );
	const customer = params.text( 'customer' );
	const intent = params.text( 'payment_intent' );
	const all = net.world
		.all( 'charges', caller.tenant )
		.filter( ( one ) => typeof customer !== 'string' || one.customer === customer )
		.filter( ( one ) => typeof intent !== 'string' || one.payment_intent === intent );
	return page( '/v1/charges', all, params );
}
