import { BANK_TYPES, type BankType } from '../banks';
import type { Network } from '../network';
import type { Json } from '../present';
import type { Route } from '../routes';

/**
 * What the account offers where nothing else is said: cards, and what the control API turned on.
 *
 * @see https://docs.stripe.com/api/payment_method_configurations
 */
export const method_configurations: readonly Route[] = [
	{
		method: 'GET',
		path: '/v1/payment_method_configurations',
		run: ( { net, caller, params } ) => {
			params.only( 'limit' );
			return {
				object: 'list',
				data: [
					{
						id: 'pmc_default',
						object: 'payment_method_configuration',
						active: true,
						application: null,
						is_default: true,
						livemode: caller.livemode,
						name: 'Default',
						parent: null,
						card: preference( true ),
						link: preference( false ),
						...Object.fromEntries(
							BANK_TYPES.map( ( type ) => [ type, preference( is_on( net, type ) ) ] )
						),
					},
				],
				has_more: false,
				url: '/v1/payment_method_configurations',
			};
		},
	},
];

export function is_on( net: Network, type: BankType ): boolean {
	return net.world.state.methods?.includes( type ) ?? false;
}

function preference( isOn: boolean ): Json {
	const value = isOn ? 'on' : 'off';
	return { available: isOn, display_preference: { overridable: null, preference: value, value } };
}
