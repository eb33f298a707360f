import type { Field } from '@wordpress/dataviews/wp';
import { __ } from '@wordpress/i18n';
import { movementFilters, movementSorting, type MrrMovement } from '../../contract/subscriptions/mrr';
import { ClientFilter, useClientChips } from '../../domain/clients/client-filter';
import { mrrKindLabel } from '../../domain/subscriptions/mrr-kinds';
import { formatDay, formatMonth } from '../../shared/dates';
import { EmptyState } from '../../shared/empty-state';
import { clientColumn } from '../../shared/list/client-column';
import { DataList } from '../../shared/list/data-list';
import { type Chip, Filters } from '../../shared/list/filters';
import { usePages } from '../../shared/list/pages';
import { StateTabs } from '../../shared/list/state-tabs';
import { useListAddress } from '../../shared/list/use-list-address';
import { formatMoney } from '../../shared/money';
import { Page } from '../../shared/page';
import { useRead } from '../../shared/store';
import { Sections } from './sections';

const columns: ReadonlyArray< Field< MrrMovement > > = [
	clientColumn( ( { subscription } ) => subscription.name ),
	{ id: 'day', label: __( 'Date', 'counterfoil' ), render: ( { item } ) => formatDay( item.day ) },
	{ id: 'kind', label: __( 'Change', 'counterfoil' ), render: ( { item } ) => mrrKindLabel( item.kind ) },
	{
		id: 'amount',
		/* translators: monthly recurring revenue */
		label: __( 'MRR', 'counterfoil' ),
		render: ( { item } ) => <strong className="counterfoil-money">{ formatMoney( item.amount ) }</strong>,
	},
];

/** Every change of monthly recurring revenue, latest first. */
export default function MovementList() {
	const list = useListAddress( {
		name: 'mrr',
		shape: movementFilters,
		sorting: movementSorting,
		usual: { field: 'day', direction: 'desc' },
	} );
	const pages = usePages( list.query );
	const read = useRead( 'mrr.movements', { query: { ...list.query, cursor: pages.cursor } } );
	const { client_id: clientId, month, currency, kind } = list.filters;
	const chips: Chip[] = [
		...useClientChips( clientId, undefined, list.change ),
		...( month ? [ { label: formatMonth( month ), onClear: () => list.change( { month: '' } ) } ] : [] ),
		...( currency ? [ { label: currency, onClear: () => list.change( { currency: '' } ) } ] : [] ),
	];
	return (
		<Page title={ __( 'MRR changes', 'counterfoil' ) }>
			<Sections current="mrr" />
			<DataList
				name="mrr"
				read={ read }
				pages={ pages }
				fields={ columns }
				numeric={ [ 'amount' ] }
				compact={ [ 'day', 'kind', 'amount' ] }
				sortable={ movementSorting.orderby.unwrap().options }
				hrefOf={ ( { subscription } ) => `/subscriptions/${ subscription.id }` }
				list={ list }
				tabs={
					<StateTabs
						label={ __( 'Change', 'counterfoil' ) }
						current={ kind ?? 'all' }
						onChange={ ( next ) => list.change( { kind: next === 'all' ? '' : next } ) }
						tabs={ [
							{ id: 'all', label: __( 'All changes', 'counterfoil' ) },
							...movementFilters.kind
								.unwrap()
								.options.map( ( id ) => ( { id, label: mrrKindLabel( id ) } ) ),
						] }
					/>
				}
				filters={
					<Filters chips={ chips }>
						<ClientFilter id={ clientId } onChange={ list.change } />
					</Filters>
				}
				empty={
					<EmptyState
						title={ __( 'No changes yet', 'counterfoil' ) }
						text={ __(
							'When a subscription starts, changes its price, is paused or ends, the change of your monthly recurring revenue will appear here.',
							'counterfoil'
						) }
					/>
				}
			/>
		</Page>
	);
}
