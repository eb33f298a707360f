import { __, _n, sprintf } from '@wordpress/i18n';
import type { Money } from '../../../contract/common';
import type { OverviewChart } from '../../../contract/reports';
import type { Forecast } from '../../../contract/subscriptions/forecast';
import { boot } from '../../../shared/boot';
import { formatMonth, formatMonthShort } from '../../../shared/dates';

type Month = Forecast[ 'months' ][ number ];

/** What is invoiced in each month, net and, where there is some, its tax on top. */
export function chartOf( { months }: Forecast ): OverviewChart {
	const hasAny = months.some( ( { sums } ) => sums.length > 0 );
	const hasTax = months.some( ( { sums } ) => sums.some( ( { tax } ) => tax.amount !== 0 ) );
	return {
		id: 'forecast',
		title: __( 'Forecast by month', 'counterfoil' ),
		about: '',
		shape: 'columns',
		head: __( 'Month', 'counterfoil' ),
		series: [ __( 'Net', 'counterfoil' ), ...( hasTax ? [ __( 'Tax', 'counterfoil' ) ] : [] ) ],
		rows: hasAny
			? months.map( ( of ) => ( {
					label: formatMonth( of.month ),
					short: formatMonthShort( of.month ),
					values: [ sumsOf( of, 'net' ), ...( hasTax ? [ sumsOf( of, 'tax' ) ] : [] ) ],
					counted: counted( of.sums.reduce( ( count, { bills } ) => count + bills, 0 ) ),
					tone: 'plain',
					opens: null,
				} ) )
			: [],
		empty: __( 'Nothing will be invoiced in the next twelve months.', 'counterfoil' ),
	};
}

const sumsOf = ( { sums }: Month, which: 'net' | 'tax' ): Money[] => sums.map( ( of ) => of[ which ] );

const counted = ( count: number ): string =>
	sprintf(
		/* translators: %s: number of invoices */
		_n( '%s invoice', '%s invoices', count, 'counterfoil' ),
		new Intl.NumberFormat( boot().locale ).format( count )
	);
