import { useState } from '@wordpress/element';
import type { OverviewChart } from '../../contract/reports';
import { formatMoney } from '../money';
import { hrefOf } from './opens';
import { amountOf } from './currencies';
import { stack } from './scale';

interface Props {
	readonly chart: OverviewChart;
	readonly currency: string;
}

/** A column for each month; what the one under the pointer or the focus comes to is written above them. */
export function Columns( { chart: { rows, series }, currency }: Props ) {
	const [ shown, setShown ] = useState( rows.length - 1 );
	const { zero, extents } = stack(
		rows.map( ( row ) => series.map( ( _, one ) => amountOf( row, one, currency ) ) )
	);
	const sentence = ( index: number ) => {
		const row = rows[ index ];
		const sums = series.map( ( name, one ) => {
			const value = formatMoney( { amount: row ? amountOf( row, one, currency ) : 0, currency } );
			return series.length > 1 ? `${ name } ${ value }` : value;
		} );
		return row ? `${ row.label }: ${ [ ...sums, row.counted ].filter( Boolean ).join( ' · ' ) }` : '';
	};
	return (
		<>
			<p className="counterfoil-chart__said" aria-hidden="true">
				{ sentence( shown ) }
			</p>
			{ series.length > 1 && <Legend series={ series } /> }
			<ul className="counterfoil-columns">
				{ rows.map( ( row, index ) => {
					const content = (
						<>
							<span className="counterfoil-columns__plot">
								<span className="counterfoil-columns__zero" style={ { bottom: `${ zero }%` } } />
								{ extents[ index ]?.map( ( { from, size }, one ) => (
									<span
										key={ one }
										className={ `counterfoil-columns__bar is-series-${ one }` }
										style={ { bottom: `${ from }%`, height: `${ size }%` } }
									/>
								) ) }
							</span>
							<span className="counterfoil-columns__name" aria-hidden="true">
								{ row.short || row.label }
							</span>
							<span className="screen-reader-text">{ sentence( index ) }</span>
						</>
					);
					const show = () => setShown( index );
					return (
						<li key={ row.label } className={ index === shown ? 'is-shown' : undefined }>
							{ row.opens ? (
								<a href={ hrefOf( row.opens ) } onMouseEnter={ show } onFocus={ show }>
									{ content }
								</a>
							) : (
								<span onMouseEnter={ show }>{ content }</span>
							) }
						</li>
					);
				} ) }
			</ul>
		</>
	);
}

function Legend( { series }: { readonly series: readonly string[] } ) {
	return (
		<ul className="counterfoil-chart__legend" aria-hidden="true">
			{ series.map( ( name, one ) => (
				<li key={ name }>
					<span className={ `is-series-${ one }` } /> { name }
				</li>
			) ) }
		</ul>
	);
}
