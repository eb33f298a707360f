import { Button } from '@wordpress/components';
import { useCallback, useState } from '@wordpress/element';
import { __, _x } from '@wordpress/i18n';
import { useClientActions } from '../../domain/clients/actions';
import { BillClient } from '../../domain/invoices/bill-client';
import { access } from '../../contract/clients';
import { boot } from '../../shared/boot';
import { DataList } from '../../shared/list/data-list';
import { usePages } from '../../shared/list/pages';
import { EmptyState } from '../../shared/empty-state';
import { navigate, useFilters } from '../../shared/location';
import { Page } from '../../shared/page';
import { StateTabs } from '../../shared/list/state-tabs';
import { useRead } from '../../shared/store';
import { accessLabel } from '../../domain/clients/access-state';
import { AddClient } from './add-client';
import { fields } from './fields';
import './list.scss';

/** Everybody who is billed, by name. */
export default function ClientList() {
	const [ filters, setFilters ] = useFilters();
	const state = access.options.find( ( option ) => option === filters.access );
	const search = filters.search?.trim().slice( 0, 100 ) ?? '';
	const query = { access: state, search: search || undefined };
	const pages = usePages( query );
	const read = useRead( 'clients.list', { query: { ...query, cursor: pages.cursor } } );
	const summary = useRead( 'clients.summary', {} );
	const [ isAdding, setAdding ] = useState( false );
	const onSearch = useCallback( ( text: string ) => setFilters( { search: text } ), [ setFilters ] );
	const canAdd = boot().can.manageClients;
	const actions = useClientActions();

	const isEmpty = summary.data?.all.count === 0;

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
				numeric={ [ 'overdue', 'due', 'net_billings' ] }
				compact={ [ 'access', 'overdue', 'due' ] }
				actions={ actions }
				onOpen={ ( client ) => navigate( `/clients/${ client.id }` ) }
				search={ search }
				searchLabel={ __( 'Search name, contact or email', 'counterfoil' ) }
				onSearch={ onSearch }
				narrowing={ { filters, onChange: setFilters } }
				isFiltered={ search !== '' || state !== undefined }
				filters={
					<StateTabs
						label={ __( 'Portal access', 'counterfoil' ) }
						current={ state ?? 'all' }
						onChange={ ( next ) => setFilters( { access: next === 'all' ? '' : next } ) }
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
			{ isAdding && <AddClient onClose={ () => setAdding( false ) } /> }
		</Page>
	);
}
