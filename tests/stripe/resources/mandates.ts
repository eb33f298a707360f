import type { Route } from '../routes';

/** @see https://docs.stripe.com/api/mandates */
export const mandates: readonly Route[] = [
	{
		method: 'GET',
		path: '/v1/mandates/:id',
		run: ( { net, caller, params, id } ) => {
			params.only();
			return net.world.find( 'mandates', id, caller, 'mandate' );
		},
	},
];
