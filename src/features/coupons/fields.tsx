import type { Field } from '@wordpress/dataviews/wp';
import { __ } from '@wordpress/i18n';
import type { Coupon } from '../../contract/coupons';
import { CouponStateBadge } from '../../domain/coupons/state';
import { scopeOf, usesOf, validity } from '../../domain/coupons/words';
import { formatMoment } from '../../shared/dates';
import { TwoLines } from '../../shared/list/two-lines';
import { formatMoney } from '../../shared/money';

/** Columns of the list of coupons. */
export const fields: ReadonlyArray< Field< Coupon > > = [
	{
		id: 'code',
		label: __( 'Coupon', 'counterfoil' ),
		getValue: ( { item } ) => item.code,
		render: ( { item } ) => (
			<TwoLines>
				<strong>{ item.code }</strong>
				<span dir="auto">{ item.name }</span>
			</TwoLines>
		),
	},
	{ id: 'worth', label: __( 'Discount', 'counterfoil' ), render: ( { item } ) => item.worth },
	{
		id: 'state',
		label: __( 'Status', 'counterfoil' ),
		render: ( { item } ) => <CouponStateBadge state={ item.state } />,
	},
	{ id: 'valid_until', label: __( 'Valid', 'counterfoil' ), render: ( { item } ) => validity( item ) },
	{ id: 'lasts', label: __( 'Duration', 'counterfoil' ), render: ( { item } ) => item.lasts },
	{ id: 'scope', label: __( 'Only for', 'counterfoil' ), render: ( { item } ) => scopeOf( item ) },
	{
		id: 'uses',
		label: __( 'Uses', 'counterfoil' ),
		render: ( { item } ) => <span className="counterfoil-labelled">{ usesOf( item ) }</span>,
	},
	{
		id: 'taken_off',
		label: __( 'Taken off', 'counterfoil' ),
		render: ( { item } ) => (
			<span className="counterfoil-money">{ item.taken_off.map( formatMoney ).join( ' · ' ) || '–' }</span>
		),
	},
	{
		id: 'created_at',
		label: __( 'Created', 'counterfoil' ),
		render: ( { item } ) => formatMoment( item.created_at ),
	},
];
