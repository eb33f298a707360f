import type { Field } from '@wordpress/dataviews/wp';
import { __ } from '@wordpress/i18n';
import { NameInTwoLines } from './two-lines';

interface OfClient {
	readonly client: { readonly name: string };
}

/**
 * The client of each row of a list over many clients.
 *
 * @param below What a row says below its client.
 */
export function clientColumn< Row extends OfClient >( below: ( row: Row ) => string | null | undefined ): Field< Row > {
	return {
		id: 'client',
		label: __( 'Client', 'counterfoil' ),
		getValue: ( { item } ) => item.client.name,
		render: ( { item } ) => <NameInTwoLines name={ item.client.name } below={ below( item ) } />,
	};
}
