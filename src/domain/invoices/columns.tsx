import type { Field } from '@wordpress/dataviews/wp';
import { __, _x, sprintf } from '@wordpress/i18n';
import type { InvoiceRow } from '../../contract/invoices';
import { formatDay, formatMoment } from '../../shared/dates';
import { clientColumn } from '../../shared/list/client-column';
import { TwoLines } from '../../shared/list/two-lines';
import { formatMoney } from '../../shared/money';
import { DisputedBadge, KindBadge, OnItsWay, StateBadge } from './state';

/* translators: %s: date */
const announcedOn = ( day: string ) => sprintf( __( 'Transfer announced on %s', 'counterfoil' ), formatDay( day ) );

/** Columns of every list of invoices. The organisation comes first: that is who one looks for. */
export const invoiceColumns: ReadonlyArray< Field< InvoiceRow > > = [
	clientColumn( ( { website, client } ) => website || client.contact ),
	{
		id: 'number',
		label: __( 'Number', 'counterfoil' ),
		render: ( { item } ) => (
			<TwoLines>
				<span className="counterfoil-number">{ item.number ?? __( 'No number yet', 'counterfoil' ) }</span>
				<KindBadge kind={ item.kind } />
			</TwoLines>
		),
	},
	{
		id: 'state',
		label: __( 'Status', 'counterfoil' ),
		render: ( { item } ) =>
			item.on_its_way ? (
				<OnItsWay expectedOn={ item.on_its_way.expected_on } />
			) : (
				<TwoLines>
					<StateBadge state={ item.state } daysOverdue={ item.days_overdue } />
					{ item.is_disputed && <DisputedBadge /> }
					{ item.transfer_announced_on && <span>{ announcedOn( item.transfer_announced_on ) }</span> }
				</TwoLines>
			),
	},
	{
		id: 'issue_date',
		label: __( 'Issue date', 'counterfoil' ),
		render: ( { item } ) => ( item.issue_date ? formatDay( item.issue_date ) : '–' ),
	},
	{
		id: 'due_date',
		label: __( 'Due date', 'counterfoil' ),
		render: ( { item } ) => formatDay( item.due_date ),
	},
	{
		id: 'due',
		label: __( 'Amount due', 'counterfoil' ),
		render: ( { item } ) => (
			<span className="counterfoil-money">
				{ item.due.amount > 0 && item.state !== 'draft' ? formatMoney( item.due ) : '–' }
			</span>
		),
	},
	{
		id: 'total',
		label: _x( 'Total', 'column', 'counterfoil' ),
		render: ( { item } ) => <strong className="counterfoil-money">{ formatMoney( item.total ) }</strong>,
	},
	{
		id: 'created_at',
		label: __( 'Created', 'counterfoil' ),
		render: ( { item } ) => formatMoment( item.created_at ),
	},
];
