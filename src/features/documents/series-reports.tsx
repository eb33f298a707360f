import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import type { SeriesReport } from '../../contract/documents';
import type { ApiFailure } from '../../shared/api';
import { formatMonth } from '../../shared/dates';
import { ExportButton } from '../../shared/list/export-button';
import { Loaded } from '../../shared/loaded';
import { Problem } from '../../shared/problem';
import { useRead } from '../../shared/store';
import { kindLabels } from './kinds';

/** Every series with what an auditor asks of it: from which number to which, and is one missing? */
export function SeriesReports() {
	const read = useRead( 'numbering.report', {} );
	const [ failure, setFailure ] = useState< ApiFailure >();
	return (
		<section className="counterfoil-series" aria-labelledby="counterfoil-series">
			<header>
				<h2 id="counterfoil-series">{ __( 'Number report', 'counterfoil' ) }</h2>
				<ExportButton
					id="numbering.export"
					request={ {} }
					name={ __( 'Document numbers', 'counterfoil' ) }
					onFailure={ setFailure }
				/>
			</header>
			<p className="counterfoil-panel__quiet">
				{ __( 'Shows whether any number is missing. Voided documents keep their numbers.', 'counterfoil' ) }
			</p>
			<Problem error={ failure } onDismiss={ () => setFailure( undefined ) } />
			<Loaded read={ read }>{ ( { series } ) => <Table series={ series } /> }</Loaded>
		</section>
	);
}

function Table( { series }: { readonly series: readonly SeriesReport[] } ) {
	const used = series.filter( ( { count, missing } ) => count > 0 || missing.length > 0 );
	if ( used.length === 0 ) {
		return (
			<p>{ __( 'No numbers yet. They will appear here when you issue the first document.', 'counterfoil' ) }</p>
		);
	}
	const columns = [
		__( 'Documents', 'counterfoil' ),
		__( 'Period', 'counterfoil' ),
		__( 'First number', 'counterfoil' ),
		__( 'Last number', 'counterfoil' ),
		__( 'Issued', 'counterfoil' ),
		__( 'Voided', 'counterfoil' ),
		__( 'Missing numbers', 'counterfoil' ),
	];
	return (
		<table className="counterfoil-series__table">
			<thead>
				<tr>
					{ columns.map( ( name ) => (
						<th key={ name } scope="col">
							{ name }
						</th>
					) ) }
				</tr>
			</thead>
			<tbody>
				{ used.map( ( one ) => {
					const [ kind, ...cells ] = cellsOf( one );
					return (
						<tr key={ `${ one.kind } ${ one.period }` }>
							<th scope="row" data-label={ columns[ 0 ] }>
								{ kind }
							</th>
							{ cells.map( ( cell, index ) => (
								<td
									key={ index }
									data-label={ columns[ index + 1 ] }
									className={ index === 5 && one.missing.length > 0 ? 'is-missing' : undefined }
								>
									{ cell }
								</td>
							) ) }
						</tr>
					);
				} ) }
			</tbody>
		</table>
	);
}

function cellsOf( one: SeriesReport ): string[] {
	const skipped = rangesOf( one.skipped );
	return [
		kindLabels[ one.kind ](),
		periodOf( one.period ),
		one.first || '–',
		one.last || '–',
		String( one.count ),
		String( one.voided ),
		[
			one.missing.length === 0 ? __( 'None', 'counterfoil' ) : rangesOf( one.missing ),
			/* translators: %s: numbers, "1–12, 40" */
			skipped === '' ? '' : sprintf( __( '(skipped on purpose: %s)', 'counterfoil' ), skipped ),
		]
			.filter( Boolean )
			.join( ' ' ),
	];
}

function periodOf( period: string ): string {
	if ( period === '' ) {
		return __( 'All time', 'counterfoil' );
	}
	return period.length === 4 ? period : formatMonth( period );
}

const rangesOf = ( ranges: SeriesReport[ 'missing' ] ) =>
	ranges.map( ( { first, last } ) => ( first === last ? String( first ) : `${ first }–${ last }` ) ).join( ', ' );
