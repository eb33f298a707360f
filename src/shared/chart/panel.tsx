import { SelectControl } from '@wordpress/components';
import { useId, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { OverviewChart } from '../../contract/reports';
import { Bars } from './bars';
import { Columns } from './columns';
import { currenciesOf } from './currencies';
import { Table } from './table';
import './chart.scss';

/** Sums beside each other, one currency at a time; below them all of it as a table. */
export function ChartPanel( {
	chart,
	isAhead = false,
}: {
	readonly chart: OverviewChart;
	/** It tells of what is to come. */
	readonly isAhead?: boolean;
} ) {
	const title = useId();
	const currencies = currenciesOf( chart );
	const [ chosen, setChosen ] = useState( '' );
	const currency = currencies.includes( chosen ) ? chosen : currencies[ 0 ];
	const Shape = chart.shape === 'columns' ? Columns : Bars;
	return (
		<section className="counterfoil-panel counterfoil-chart" aria-labelledby={ title }>
			<div className="counterfoil-chart__head">
				<h2 id={ title }>{ chart.title }</h2>
				{ currencies.length > 1 && (
					<SelectControl
						label={ __( 'Currency', 'counterfoil' ) }
						hideLabelFromVision
						value={ currency ?? '' }
						options={ currencies.map( ( code ) => ( { value: code, label: code } ) ) }
						onChange={ setChosen }
						__next40pxDefaultSize
					/>
				) }
			</div>
			{ currency === undefined ? (
				<p className="counterfoil-panel__quiet">{ chart.empty }</p>
			) : (
				<>
					{ chart.about && <p className="counterfoil-panel__quiet">{ chart.about }</p> }
					<Shape chart={ chart } currency={ currency } isAhead={ isAhead } />
					<Table chart={ chart } currencies={ currencies } />
				</>
			) }
		</section>
	);
}
