import { __, sprintf } from '@wordpress/i18n';
import type { Coupon } from '../../contract/coupons';
import { formatDay } from '../../shared/dates';

type Dated = Pick< Coupon, 'valid_from' | 'valid_until' >;

/** "Dec 1, 2026 – Dec 31, 2026", "From Dec 1, 2026", "Always" */
export function validity( { valid_from: from, valid_until: until }: Dated ): string {
	if ( from && until ) {
		return `${ formatDay( from ) } – ${ formatDay( until ) }`;
	}
	if ( from ) {
		/* translators: %s: date */
		return sprintf( __( 'From %s', 'counterfoil' ), formatDay( from ) );
	}
	return until
		? /* translators: %s: date */
			sprintf( __( 'Until %s', 'counterfoil' ), formatDay( until ) )
		: __( 'Always', 'counterfoil' );
}

/** "3 of 10", "3" */
export const usesOf = ( { uses, max_uses: most }: Pick< Coupon, 'uses' | 'max_uses' > ): string =>
	most === null
		? String( uses )
		: /* translators: 1: how often it was used, 2: how often it can be used */
			sprintf( __( '%1$d of %2$d', 'counterfoil' ), uses, most );

/** "Website care, Hosting: Monthly"; everything where nothing was chosen. */
export const scopeOf = ( { scope, product_ids: products, plan_ids: plans }: Coupon ): string =>
	products.length + plans.length === 0
		? __( 'All products and lines', 'counterfoil' )
		: scope.map( ( { name } ) => name ).join( ', ' ) || __( 'Products that no longer exist', 'counterfoil' );
