import { __, _n, sprintf } from '@wordpress/i18n';

type Unit = 'day' | 'week' | 'month' | 'year';

const every: Record< Unit, ( count: number ) => string > = {
	day: ( count ) =>
		count === 1
			? __( 'every day', 'counterfoil' )
			: /* translators: %d: number of days */
				sprintf( _n( 'every %d day', 'every %d days', count, 'counterfoil' ), count ),
	week: ( count ) =>
		count === 1
			? __( 'every week', 'counterfoil' )
			: /* translators: %d: number of weeks */
				sprintf( _n( 'every %d week', 'every %d weeks', count, 'counterfoil' ), count ),
	month: ( count ) =>
		count === 1
			? __( 'every month', 'counterfoil' )
			: /* translators: %d: number of months */
				sprintf( _n( 'every %d month', 'every %d months', count, 'counterfoil' ), count ),
	year: ( count ) =>
		count === 1
			? __( 'every year', 'counterfoil' )
			: /* translators: %d: number of years */
				sprintf( _n( 'every %d year', 'every %d years', count, 'counterfoil' ), count ),
};

/** When a plan is billed: "every 3 months". */
export const rhythm = ( { unit, count }: { readonly unit: Unit; readonly count: number } ): string =>
	every[ unit ]( count );
