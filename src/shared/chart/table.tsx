import { __ } from '@wordpress/i18n';
import type { OverviewChart } from '../../contract/reports';
import { formatMoney } from '../money';
import { hrefOf } from './opens';
import { amountOf } from './currencies';

interface Props {
	readonly chart: OverviewChart;
	readonly currencies: readonly string[];
}

/** All that the chart draws, in every currency. */
export function Table( { chart: { head, series, rows, title }, currencies }: Props ) {
	return (
		<details className="counterfoil-chart__table">
			<summary>{ __( 'Show as table', 'counterfoil' ) }</summary>
			<div className="counterfoil-chart__scroll" role="region" aria-label={ title } tabIndex={ 0 }>
				<table>
					<thead>
						<tr>
							<th scope="col">{ head }</th>
							{ series.flatMap( ( name ) =>
								currencies.map( ( currency ) => (
									<th key={ `${ name } ${ currency }` } scope="col" className="counterfoil-money">
										{ currencies.length > 1 ? `${ name } (${ currency })` : name }
									</th>
								) )
							) }
						</tr>
					</thead>
					<tbody>
						{ rows.map( ( row ) => (
							<tr key={ row.label }>
								<th scope="row">
									{ row.opens ? <a href={ hrefOf( row.opens ) }>{ row.label }</a> : row.label }
									{ row.counted && (
										<span className="counterfoil-chart__counted">{ row.counted }</span>
									) }
								</th>
								{ series.flatMap( ( name, one ) =>
									currencies.map( ( currency ) => (
										<td key={ `${ name } ${ currency }` } className="counterfoil-money">
											{ formatMoney( { amount: amountOf( row, one, currency ), currency } ) }
										</td>
									) )
								) }
							</tr>
						) ) }
					</tbody>
				</table>
			</div>
		</details>
	);
}
