import type { Field } from '@wordpress/dataviews/wp';
import { __ } from '@wordpress/i18n';
import { subscriptionFilters, type SubscriptionRow, subscriptionSorting } from '../../contract/subscriptions';
import { BillClient } from '../../domain/invoices/bill-client';
import { subscriptionActions } from '../../domain/subscriptions/actions';
import { SubscriptionBadge } from '../../domain/subscriptions/state';
import { formatDay } from '../../shared/dates';
import { EmptyState } from '../../shared/empty-state';
import { DataList } from '../../shared/list/data-list';
import { usePages } from '../../shared/list/pages';
import { StateTabs } from '../../shared/list/state-tabs';
import { useListAddress } from '../../shared/list/use-list-address';
import { formatMoney } from '../../shared/money';
import { Page } from '../../shared/page';
import { useRead } from '../../shared/store';
import './list.scss';

const columns: ReadonlyArray< Field< SubscriptionRow > > = [
	{
		id: 'client',
		label: __( 'Client', 'counterfoil' ),
		getValue: ( { item } ) => item.client.name,
		render: ( { item } ) => (
			<span className="counterfoil-two-lines">
				<strong dir="auto" title={ item.client.name }>
					{ item.client.name }
				</strong>
				<span dir="auto">{ item.name }</span>
			</span>
		),
	},
	{
		id: 'state',
		label: __( 'Status', 'counterfoil' ),
		render: ( { item } ) => <SubscriptionBadge state={ item.state } />,
	},
	{
		id: 'amount',
		label: __( 'Amount', 'counterfoil' ),
		render: ( { item } ) => (
			<span className="counterfoil-subscription-amount">
				<span className="counterfoil-money">{ formatMoney( item.amount ) }</span>
				<span>{ item.rhythm }</span>
			</span>
		),
	},
	{
		id: 'website',
		label: __( 'Website', 'counterfoil' ),
		render: ( { item } ) => <span dir="auto">{ item.website?.name ?? '–' }</span>,
	},
	{
		id: 'next_on',
		label: __( 'Next renewal', 'counterfoil' ),
		render: ( { item } ) => ( item.next_on ? formatDay( item.next_on ) : '–' ),
	},
	{
		id: 'created_at',
		label: __( 'Started', 'counterfoil' ),
		render: ( { item } ) => formatDay( item.started_on ),
	},
];

/** What clients pay again and again, newest first. */
export default function SubscriptionList() {
	const list = useListAddress( {
		name: 'subscriptions',
		shape: subscriptionFilters,
		sorting: subscriptionSorting,
		usual: { field: 'created_at', direction: 'desc' },
	} );
	const pages = usePages( list.query );
	const read = useRead( 'subscriptions.list', { query: { ...list.query, cursor: pages.cursor } } );
	const isInactive = list.filters.tab === 'inactive';
	return (
		<Page title={ __( 'Subscriptions', 'counterfoil' ) } actions={ <BillClient /> }>
			<DataList
				name="subscriptions"
				read={ read }
				pages={ pages }
				fields={ columns }
				actions={ subscriptionActions }
				numeric={ [ 'amount' ] }
				wideOnly={ [ 'website', 'created_at' ] }
				compact={ [ 'state', 'amount', 'next_on' ] }
				sortable={ subscriptionSorting.orderby.unwrap().options }
				hrefOf={ ( { id } ) => `/subscriptions/${ id }` }
				list={ list }
				searchLabel={ __( 'Search clients', 'counterfoil' ) }
				tabs={
					<StateTabs
						label={ __( 'Subscriptions', 'counterfoil' ) }
						current={ list.filters.tab ?? 'current' }
						onChange={ ( next ) => list.change( { tab: next === 'current' ? '' : next } ) }
						tabs={ [
							{ id: 'current', label: __( 'Current', 'counterfoil' ) },
							{ id: 'inactive', label: __( 'Inactive', 'counterfoil' ) },
						] }
					/>
				}
				empty={
					isInactive ? (
						<EmptyState text={ __( 'Subscriptions that have ended will appear here.', 'counterfoil' ) } />
					) : (
						<EmptyState
							title={ __( 'No subscriptions yet', 'counterfoil' ) }
							text={ __(
								'Bill a client for a recurring plan. When the invoice is paid, the subscription starts and renews automatically.',
								'counterfoil'
							) }
							action={ <BillClient /> }
						/>
					)
				}
			/>
		</Page>
	);
}
