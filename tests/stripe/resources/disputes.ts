import { page, PAGE_PARAMS } from '../lists';
import type { Route } from '../routes';

/** @see https://docs.stripe.com/api/disputes */
export const disputes: readonly Route[] = [
	{
		method: 'GET',
		path: '/v1/disputes',
		run: ( { net, caller, params } ) => {
			params.only( ...PAGE_PARAMS, 'charge', 'payment_intent' );
			const [ charge, intent ] = [ params.text( 'charge' ), params.text( 'payment_intent' ) ];
			const all = net.world
				.all( 'disputes', caller.tenant )
				.filter( ( one ) => typeof charge !== 'string' || one.charge === charge )
				.filter( ( one ) => typeof intent !== 'string' || one.payment_intent === intent );
			return page( '/v1/disputes', all, params );
		},
	},
	{
		method: 'GET',
		path: '/v1/disputes/:id',
		run: ( { net, caller, params, id } ) => {
			params.only();
			return net.world.find( 'disputes', id, caller, 'dispute' );
		},
	},
];
