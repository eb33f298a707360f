import type { Field } from '@wordpress/dataviews/wp';
import { __ } from '@wordpress/i18n';
import { formatMoment } from '../../shared/dates';
import type { Product } from '../../contract/products';

/** Columns of the list of products. */
export const fields: ReadonlyArray< Field< Product > > = [
	{
		id: 'name',
		label: __( 'Product', 'counterfoil' ),
		getValue: ( { item } ) => item.name,
		render: ( { item } ) => (
			<span className="counterfoil-product-name">
				{ item.image ? (
					<img src={ item.image.url } alt="" />
				) : (
					<span className="counterfoil-product-name__blank" aria-hidden="true">
						{ item.name.slice( 0, 1 ) }
					</span>
				) }
				<strong>{ item.name }</strong>
			</span>
		),
	},
	{
		id: 'prices',
		label: __( 'Plans', 'counterfoil' ),
		render: ( { item } ) => (
			<span className="counterfoil-product-prices">
				{ item.plans
					.filter( ( plan ) => plan.archived_at === null )
					.map( ( plan ) => plan.sentence )
					.join( ' · ' ) || __( 'No plans yet', 'counterfoil' ) }
			</span>
		),
	},
	{
		id: 'plan_count',
		label: __( 'Number of plans', 'counterfoil' ),
		render: ( { item } ) => item.plans.filter( ( plan ) => plan.archived_at === null ).length,
	},
	{
		id: 'created_at',
		label: __( 'Created', 'counterfoil' ),
		render: ( { item } ) => formatMoment( item.created_at ),
	},
];
