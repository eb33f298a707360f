import { Button } from '@wordpress/components';
import type { Field } from '@wordpress/dataviews/wp';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { type PriceRiseAnnouncement, priceRiseSorting } from '../../../contract/subscriptions/price-rises';
import { RaisePrices } from '../../../domain/subscriptions/rises/dialog';
import { withdrawRises } from '../../../domain/subscriptions/rises/withdraw';
import { statesOf, subscriptionsOf, toldOf } from '../../../domain/subscriptions/rises/words';
import { boot } from '../../../shared/boot';
import { formatDay, formatMoment } from '../../../shared/dates';
import { EmptyState } from '../../../shared/empty-state';
import { DataList } from '../../../shared/list/data-list';
import { usePages } from '../../../shared/list/pages';
import { TwoLines } from '../../../shared/list/two-lines';
import { useListAddress } from '../../../shared/list/use-list-address';
import { Page } from '../../../shared/page';
import { useRead } from '../../../shared/store';
import { Sections } from '../sections';

const columns: ReadonlyArray< Field< PriceRiseAnnouncement > > = [
	{
		id: 'increase',
		label: __( 'Increase', 'counterfoil' ),
		getValue: ( { item } ) => item.increase,
		render: ( { item } ) => (
			<TwoLines>
				<strong className="counterfoil-money">+{ item.increase }</strong>
				<span dir="auto">{ item.plan?.name ?? __( 'Chosen subscriptions', 'counterfoil' ) }</span>
			</TwoLines>
		),
	},
	{
		id: 'subscriptions',
		label: __( 'Subscriptions', 'counterfoil' ),
		render: ( { item } ) => (
			<TwoLines>
				<span>{ subscriptionsOf( item.subscriptions ) }</span>
				<span>{ statesOf( item ) }</span>
			</TwoLines>
		),
	},
	{
		id: 'from',
		/* translators: the first day from which new prices count */
		label: __( 'New prices from', 'counterfoil' ),
		render: ( { item } ) => formatDay( item.from ),
	},
	{ id: 'told', label: __( 'Emails', 'counterfoil' ), render: ( { item } ) => toldOf( item ) },
	{
		id: 'created_at',
		label: __( 'Announced', 'counterfoil' ),
		render: ( { item } ) => formatMoment( item.created_at ),
	},
];

/** New prices that were announced, newest first. */
export default function PriceRiseList() {
	const [ isRaising, setRaising ] = useState( false );
	const list = useListAddress( {
		name: 'price-rises',
		shape: {},
		sorting: priceRiseSorting,
		usual: { field: 'created_at', direction: 'desc' },
	} );
	const pages = usePages( list.query );
	const read = useRead( 'price-rises.list', { query: { ...list.query, cursor: pages.cursor } } );
	const raise = ( variant: 'primary' | 'secondary' ) =>
		boot().can.bill && (
			<Button variant={ variant } onClick={ () => setRaising( true ) } __next40pxDefaultSize>
				{ __( 'Raise prices', 'counterfoil' ) }
			</Button>
		);
	return (
		<Page title={ __( 'Price increases', 'counterfoil' ) } actions={ raise( 'primary' ) }>
			<Sections current="price-rises" />
			<DataList
				name="price-rises"
				read={ read }
				pages={ pages }
				fields={ columns }
				actions={ [ withdrawRises ] }
				wideOnly={ [ 'created_at' ] }
				compact={ [ 'subscriptions', 'from', 'told' ] }
				sortable={ priceRiseSorting.orderby.unwrap().options }
				hrefOf={ ( { id } ) => `/subscriptions/price-rises/${ id }` }
				list={ list }
				empty={
					<EmptyState
						title={ __( 'No price increases yet', 'counterfoil' ) }
						text={ __(
							'Raise the prices of all subscriptions of a plan here, or choose subscriptions in the list and raise theirs. Clients get an email before they pay more.',
							'counterfoil'
						) }
						action={ raise( 'secondary' ) }
					/>
				}
			/>
			{ isRaising && <RaisePrices onClose={ () => setRaising( false ) } /> }
		</Page>
	);
}
