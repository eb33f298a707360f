import { __ } from '@wordpress/i18n';
import type { ReactNode } from 'react';
import { subscriptionFilters, subscriptionSorting } from '../../contract/subscriptions';
import { EmptyState } from '../../shared/empty-state';
import { DataList } from '../../shared/list/data-list';
import { usePages } from '../../shared/list/pages';
import { StateTabs } from '../../shared/list/state-tabs';
import { useListAddress } from '../../shared/list/use-list-address';
import { useRead } from '../../shared/store';
import { subscriptionActions } from './actions';
import { subscriptionColumns } from './columns';

interface Props {
	/** What its columns and views are kept under. */
	readonly name: string;
	/** Whose they are, where it is one client's list. */
	readonly clientId?: number;
	/** Left out for one client's list. */
	readonly searchLabel?: string;
	/** A tab more, and what it shows instead of subscriptions. */
	readonly more?: { readonly id: string; readonly label: string; readonly content: ReactNode };
	/** Instead of the list when nothing is current. */
	readonly empty: ReactNode;
}

/** Subscriptions as they are listed everywhere: those that go on, and those that have ended. */
export function SubscriptionTable( { name, clientId, searchLabel, more, empty }: Props ) {
	const list = useListAddress( {
		name,
		shape: subscriptionFilters,
		sorting: subscriptionSorting,
		usual: { field: 'created_at', direction: 'desc' },
	} );
	const isMore = more !== undefined && list.address.show === more.id;
	const query = { ...list.query, ...( clientId === undefined ? {} : { client_id: clientId } ) };
	const pages = usePages( query );
	const read = useRead( 'subscriptions.list', { query: { ...query, cursor: pages.cursor } }, ! isMore );
	const { tab = 'current', ...narrowed } = list.filters;
	const isInactive = tab === 'inactive';
	const isActive = tab === 'active';
	const isRequested = tab === 'requested';
	const tabs = (
		<StateTabs
			label={ __( 'Subscriptions', 'counterfoil' ) }
			current={ isMore ? more.id : tab }
			onChange={ ( next ) =>
				list.change( {
					tab: isTab( next ) ? next : '',
					show: next === more?.id ? next : '',
				} )
			}
			tabs={ [
				{ id: 'current', label: __( 'Current', 'counterfoil' ) },
				{ id: 'active', label: __( 'Active', 'counterfoil' ) },
				...( clientId === undefined
					? [ { id: 'requested', label: __( 'Cancellation requests', 'counterfoil' ) } ]
					: [] ),
				...( more ? [ { id: more.id, label: more.label } ] : [] ),
				{ id: 'inactive', label: __( 'Inactive', 'counterfoil' ) },
			] }
		/>
	);
	if ( isMore ) {
		return (
			<>
				{ tabs }
				{ more.content }
			</>
		);
	}
	return (
		<DataList
			name={ name }
			read={ read }
			pages={ pages }
			fields={ subscriptionColumns( clientId !== undefined, isInactive ) }
			actions={ subscriptionActions }
			numeric={ [ 'amount' ] }
			wideOnly={ [ 'website', 'created_at' ] }
			compact={ [ 'state', 'amount', isInactive ? 'ended_on' : 'next_on' ] }
			sortable={ subscriptionSorting.orderby.unwrap().options }
			hrefOf={ ( { id } ) => `/subscriptions/${ id }` }
			// A tab alone narrows nothing: what it has none of is said in its own words, below the tabs.
			list={ { ...list, isFiltered: Object.keys( narrowed ).length > 0 } }
			{ ...( searchLabel === undefined ? {} : { searchLabel } ) }
			tabs={ tabs }
			empty={
				<>
					{ tabs }
					{ isInactive && (
						<EmptyState text={ __( 'Subscriptions that have ended will appear here.', 'counterfoil' ) } />
					) }
					{ isRequested && (
						<EmptyState
							text={ __(
								'When a client asks to cancel a subscription, it will appear here until you answer.',
								'counterfoil'
							) }
						/>
					) }
					{ isActive && (
						<EmptyState
							text={ __(
								'Subscriptions that clients pay for now will appear here, without trials and paused ones.',
								'counterfoil'
							) }
						/>
					) }
					{ tab === 'current' && empty }
				</>
			}
		/>
	);
}

const isTab = ( id: string ) => id === 'active' || id === 'requested' || id === 'inactive';
