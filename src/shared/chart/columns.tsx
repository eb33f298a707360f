import { useState } from '@wordpress/element';
import type { OverviewChart } from '../../contract/reports';
import { formatMoney } from '../money';
import { hrefOf } from './opens';
import { amountOf } from './currencies';
import { stack } from './scale';

interface Props {
	readonly chart: OverviewChart;
	readonly currency: string;
	/** It tells of what is to come: what comes first is written above it until somebody points at another. */
	readonly isAhead?: boolean;
}

/** A column for each month; what the one under the pointer or the focus comes to is written above them. */
export function Columns( { chart: { rows, series }, currency, isAhead = false }: Props ) {
	const [ shown, setShown ] = useState( isAhead ? firstOf( rows ) : rows.length - 1 );
	const { zero, extents } = stack(
		rows.map( ( row ) => series.map( ( _, one ) => amountOf( row, one, currency ) ) )
	);
	const parts = ( row: Row ) => [ ...sumsOf( row, series, currency ), row.counted ].filter( Boolean );
	const now = rows[ shown ];
	return (
		<>
			<p className="counterfoil-chart__said" aria-hidden="true">
				{ now && `${ now.label }: ` }
				{ now &&
					parts( now ).map( ( part, index ) => (
						<span key={ index }>
							{ index > 0 && ' · ' }
							<span className="counterfoil-chart__part">{ part }</span>
						</span>
					) ) }
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
							<span className="screen-reader-text">{ `${ row.label }: ${ parts( row ).join( ' · ' ) }` }</span>
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

type Row = OverviewChart[ 'rows' ][ number ];

/** What a row comes to, in words; of several series only those that it has something of. */
const sumsOf = ( row: Row, series: readonly string[], currency: string ): string[] =>
	series.flatMap( ( name, one ) => {
		const amount = amountOf( row, one, currency );
		const value = formatMoney( { amount, currency } );
		if ( series.length === 1 ) {
			return [ value ];
		}
		return amount === 0 ? [] : [ `${ name } ${ value }` ];
	} );

/** The first row that has something; the first of all where none has. */
const firstOf = ( rows: readonly Row[] ): number =>
	Math.max(
		0,
		rows.findIndex( ( { values } ) => values.flat().some( ( { amount } ) => amount !== 0 ) )
	);

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
