import { Button } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, _x } from '@wordpress/i18n';
import { useClientActions } from '../../domain/clients/actions';
import { BillClient } from '../../domain/invoices/bill-client';
import { clientFilters, clientSorting } from '../../contract/clients';
import { boot } from '../../shared/boot';
import { DataList } from '../../shared/list/data-list';
import { ExportButton } from '../../shared/list/export-button';
import { usePages } from '../../shared/list/pages';
import { EmptyState } from '../../shared/empty-state';
import { navigate } from '../../shared/location';
import { Page } from '../../shared/page';
import { StateTabs } from '../../shared/list/state-tabs';
import { useListAddress } from '../../shared/list/use-list-address';
import { useRead } from '../../shared/store';
import { accessLabel } from '../../domain/clients/access-state';
import { AddClient } from '../../domain/clients/add-client';
import { fields } from './fields';
import './list.scss';

/** Everybody who is billed, by name. */
export default function ClientList() {
	const list = useListAddress( {
		name: 'clients',
		shape: clientFilters,
		sorting: clientSorting,
		usual: { field: 'name', direction: 'asc' },
	} );
	const state = list.filters.access;
	const pages = usePages( list.query );
	const read = useRead( 'clients.list', { query: { ...list.query, cursor: pages.cursor } } );
	const summary = useRead( 'clients.summary', { query: { search: list.filters.search } } );
	const [ isAdding, setAdding ] = useState( false );
	const canAdd = boot().can.manageClients;
	const actions = useClientActions();

	const isEmpty = ! list.isFiltered && summary.data?.all.count === 0;

	return (
		<Page
			title={ __( 'Clients', 'counterfoil' ) }
			actions={
				<>
					{ canAdd && (
						<Button variant="secondary" onClick={ () => setAdding( true ) } __next40pxDefaultSize>
							{ __( 'Create client', 'counterfoil' ) }
						</Button>
					) }
					<BillClient variant={ isEmpty ? 'secondary' : 'primary' } />
				</>
			}
		>
			<DataList
				name="clients"
				read={ read }
				pages={ pages }
				fields={ fields }
				numeric={ [ 'overdue', 'due', 'net_billings', 'mrr', 'subscriptions' ] }
				compact={ [ 'access', 'overdue', 'due' ] }
				actions={ actions }
				sortable={ clientSorting.orderby.unwrap().options }
				hidden={ [ 'subscriptions', 'created_at' ] }
				hrefOf={ ( { id } ) => `/clients/${ id }` }
				list={ list }
				searchLabel={ __( 'Search name, contact or email', 'counterfoil' ) }
				tools={ ( onFailure ) => (
					<ExportButton
						id="clients.export"
						request={ { query: list.sorted } }
						name={ __( 'Clients', 'counterfoil' ) }
						onFailure={ onFailure }
					/>
				) }
				tabs={
					<StateTabs
						label={ __( 'Portal access', 'counterfoil' ) }
						current={ state ?? 'all' }
						onChange={ ( next ) => list.change( { access: next === 'all' ? '' : next } ) }
						tabs={ [
							{ id: 'all', label: _x( 'All', 'clients', 'counterfoil' ), tally: summary.data?.all },
							...( [ 'active', 'invited', 'none', 'suspended' ] as const ).map( ( id ) => ( {
								id,
								label: accessLabel( id ),
								tally: summary.data?.[ id ],
							} ) ),
						] }
					/>
				}
				empty={
					<EmptyState
						title={ __( 'No clients yet', 'counterfoil' ) }
						text={ __(
							'A client is a company or a person you bill. You can invite their contacts to your portal to view and pay invoices, now or later.',
							'counterfoil'
						) }
						action={
							canAdd && (
								<Button variant="primary" onClick={ () => setAdding( true ) } __next40pxDefaultSize>
									{ __( 'Create your first client', 'counterfoil' ) }
								</Button>
							)
						}
					/>
				}
			/>
			{ isAdding && (
				<AddClient
					onMade={ ( { id } ) => navigate( `/clients/${ id }` ) }
					onClose={ () => setAdding( false ) }
				/>
			) }
		</Page>
	);
}
