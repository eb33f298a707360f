import type { OverviewChart } from '../../contract/reports';
import { formatMoney } from '../money';
import { hrefOf } from './opens';
import { amountOf } from './currencies';
import { stack } from './scale';

interface Props {
	readonly chart: OverviewChart;
	readonly currency: string;
}

/** A bar for each row, with its name and what it comes to; each opens its list. */
export function Bars( { chart: { rows }, currency }: Props ) {
	const { extents } = stack( rows.map( ( row ) => [ amountOf( row, 0, currency ) ] ) );
	return (
		<ul className="counterfoil-bars">
			{ rows.map( ( row, index ) => {
				const amount = amountOf( row, 0, currency );
				const content = (
					<>
						<span className="counterfoil-bars__name">{ row.label }</span>
						<span className="counterfoil-bars__plot">
							<span
								className={ `counterfoil-bars__bar is-${ row.tone }` }
								style={ { width: `${ extents[ index ]?.[ 0 ]?.size ?? 0 }%` } }
							/>
						</span>
						<strong className="counterfoil-money">{ formatMoney( { amount, currency } ) }</strong>
					</>
				);
				return (
					<li key={ row.label }>
						{ row.opens ? <a href={ hrefOf( row.opens ) }>{ content }</a> : <span>{ content }</span> }
					</li>
				);
			} ) }
		</ul>
	);
}
