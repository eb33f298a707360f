import type { Field } from '@wordpress/dataviews/wp';
import { __, _n, sprintf } from '@wordpress/i18n';
import type { SubscriptionRow } from '../../contract/subscriptions/subscription';
import { formatDay } from '../../shared/dates';
import { clientColumn } from '../../shared/list/client-column';
import { NameInTwoLines, TwoLines } from '../../shared/list/two-lines';
import { formatMoney } from '../../shared/money';
import { SubscriptionBadge } from './state';
import { whatNext } from './words';
import './columns.scss';

const products = ( count: number ) =>
	/* translators: %d: number of products */
	sprintf( _n( '%d product', '%d products', count, 'counterfoil' ), count );

/** On a card its label says which day it is; one that there isn't is left out there. */
function OptionalDay( { day }: { readonly day: string | null } ) {
	return day === null ? (
		<span className="counterfoil-nothing">–</span>
	) : (
		<span className="counterfoil-labelled">{ formatDay( day ) }</span>
	);
}

/** Whose it is, and what; for lists over many clients. */
const client: Field< SubscriptionRow > = clientColumn( ( { name: what, items_count: count } ) =>
	count > 1 ? `${ products( count ) }: ${ what }` : what
);

/** What it is; for one client's list. */
const name: Field< SubscriptionRow > = {
	id: 'name',
	label: __( 'Subscription', 'counterfoil' ),
	getValue: ( { item } ) => item.name,
	render: ( { item } ) => <NameInTwoLines name={ item.name } below={ products( item.items_count ) } />,
};

const state: Field< SubscriptionRow > = {
	id: 'state',
	label: __( 'Status', 'counterfoil' ),
	render: ( { item } ) => {
		const next = whatNext( item );
		return (
			<TwoLines>
				<SubscriptionBadge state={ item.state } />
				{ next && <span>{ next }</span> }
			</TwoLines>
		);
	},
};

const amount: Field< SubscriptionRow > = {
	id: 'amount',
	label: __( 'Amount', 'counterfoil' ),
	render: ( { item } ) => (
		<span className="counterfoil-subscription-amount">
			<span className="counterfoil-money">{ formatMoney( item.amount ) }</span>
			<span>{ item.rhythm }</span>
		</span>
	),
};

const website: Field< SubscriptionRow > = {
	id: 'website',
	label: __( 'Website', 'counterfoil' ),
	render: ( { item } ) => <span dir="auto">{ item.website?.name ?? '–' }</span>,
};

const nextOn: Field< SubscriptionRow > = {
	id: 'next_on',
	label: __( 'Next renewal', 'counterfoil' ),
	render: ( { item } ) => <OptionalDay day={ item.next_on } />,
};

const endedOn: Field< SubscriptionRow > = {
	id: 'ended_on',
	label: __( 'Ended', 'counterfoil' ),
	render: ( { item } ) => <OptionalDay day={ item.ended_on } />,
};

const startedOn: Field< SubscriptionRow > = {
	id: 'created_at',
	label: __( 'Started', 'counterfoil' ),
	render: ( { item } ) => formatDay( item.started_on ),
};

/**
 * The columns of a list of subscriptions.
 *
 * @param isOfClient Whose they are stands above it.
 * @param isInactive They have ended.
 */
export const subscriptionColumns = ( isOfClient: boolean, isInactive: boolean ) => [
	isOfClient ? name : client,
	state,
	amount,
	website,
	isInactive ? endedOn : nextOn,
	startedOn,
];
