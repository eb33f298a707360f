import { page, PAGE_PARAMS } from '../lists';
import type { BalanceTransaction } from '../objects';
import type { Network } from '../network';
import type { Route } from '../routes';

/** @see https://docs.stripe.com/api/balance_transactions */
export const balance_transactions: readonly Route[] = [
	{
		method: 'GET',
		path: '/v1/balance_transactions',
		run: ( { net, caller, params } ) => {
			params.only( ...PAGE_PARAMS, 'source', 'type', 'currency' );
			const source = params.text( 'source' );
			const all = net.world
				.all( 'balance_transactions', caller.tenant )
				.filter( ( one ) => typeof source !== 'string' || one.source === source )
				.map( ( one ) => today( net, one ) );
			return page( '/v1/balance_transactions', all, params );
		},
	},
	{
		method: 'GET',
		path: '/v1/balance_transactions/:id',
		run: ( { net, caller, params, id } ) => {
			params.only();
			return today( net, net.world.find( 'balance_transactions', id, caller ) );
		},
	},
];

/** Money is pending for two days; the clock makes it available, nobody has to. */
function today( net: Network, one: BalanceTransaction ): BalanceTransaction {
	return { ...one, status: one.available_on <= net.world.now() ? 'available' : 'pending' };
}
