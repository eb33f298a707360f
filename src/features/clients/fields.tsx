import type { Field } from '@wordpress/dataviews/wp';
import { __ } from '@wordpress/i18n';
import type { ClientRow } from '../../contract/clients';
import { AccessState } from '../../domain/clients/access-state';
import { formatMoment } from '../../shared/dates';
import { countActive } from '../../domain/clients/recurring';
import { NameInTwoLines } from '../../shared/list/two-lines';
import { Count, Sums } from './sums';

/** Columns of the list of clients. */
export const fields: ReadonlyArray< Field< ClientRow > > = [
	{
		id: 'name',
		label: __( 'Client', 'counterfoil' ),
		getValue: ( { item } ) => item.name,
		render: ( { item } ) => (
			<NameInTwoLines
				name={ item.name }
				below={ item.contact?.name === item.name ? item.contact.email : item.contact?.name }
			/>
		),
	},
	{
		id: 'access',
		label: __( 'Portal access', 'counterfoil' ),
		render: ( { item } ) => <AccessState state={ item.access } />,
	},
	{
		id: 'overdue',
		label: __( 'Overdue', 'counterfoil' ),
		render: ( { item } ) => <Sums sums={ item.overdue } isOverdue />,
	},
	{
		id: 'due',
		label: __( 'Outstanding', 'counterfoil' ),
		render: ( { item } ) => <Sums sums={ item.due } />,
	},
	{
		id: 'net_billings',
		label: __( 'Net billings', 'counterfoil' ),
		render: ( { item } ) => <Sums sums={ item.net_billings } />,
	},
	{
		id: 'mrr',
		/* translators: monthly recurring revenue */
		label: __( 'MRR', 'counterfoil' ),
		render: ( { item } ) => <Sums sums={ item.recurring.map( ( { mrr } ) => mrr ) } />,
	},
	{
		id: 'subscriptions',
		label: __( 'Active subscriptions', 'counterfoil' ),
		getValue: ( { item } ) => countActive( item.recurring ),
		render: ( { item } ) => <Count of={ countActive( item.recurring ) } />,
	},
	{
		id: 'created_at',
		label: __( 'Created', 'counterfoil' ),
		render: ( { item } ) => formatMoment( item.created_at ),
	},
];
