import { Button } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import type { CsvMapping, CsvQuestion } from '../../contract/bank';
import { DialogActions } from '../../shared/dialog-actions';

interface Props {
	readonly question: CsvQuestion;
	readonly mapping: CsvMapping;
}

/** The file's first lines; above each column what it means as it is chosen now. */
export function CsvPreview( { question: { columns }, mapping }: Props ) {
	const lines = Math.max( ...columns.map( ( { samples } ) => samples.length ) );
	return (
		<div
			className="counterfoil-bank__preview"
			role="region"
			aria-label={ __( 'Preview', 'counterfoil' ) }
			tabIndex={ 0 }
		>
			<table>
				<thead>
					<tr>
						{ columns.map( ( { name }, index ) => (
							<th key={ index } scope="col">
								<span dir="auto">{ name || index + 1 }</span>
								<span className="counterfoil-bank__meaning">{ meanings( mapping, index ) || '–' }</span>
							</th>
						) ) }
					</tr>
				</thead>
				<tbody>
					{ Array.from( { length: lines }, ( _, line ) => (
						<tr key={ line }>
							{ columns.map( ( { samples }, index ) => (
								<td key={ index } dir="auto">
									{ samples[ line ] ?? '' }
								</td>
							) ) }
						</tr>
					) ) }
				</tbody>
			</table>
		</div>
	);
}

/** What a column is taken for. */
export function meanings( mapping: CsvMapping, index: number ): string {
	const of: ReadonlyArray< readonly [ number | null, string ] > = [
		[ mapping.date, __( 'Date', 'counterfoil' ) ],
		[ mapping.amount, __( 'Amount', 'counterfoil' ) ],
		[ mapping.credit, __( 'Money in', 'counterfoil' ) ],
		[ mapping.debit, __( 'Money out', 'counterfoil' ) ],
		[ mapping.direction ?? null, __( 'In or out', 'counterfoil' ) ],
		[ mapping.currency_column, __( 'Currency', 'counterfoil' ) ],
		[ mapping.name, __( 'Payer’s name', 'counterfoil' ) ],
		[ mapping.account, __( 'Payer’s account', 'counterfoil' ) ],
		[ mapping.reference, __( 'Reference', 'counterfoil' ) ],
		...mapping.text.map( ( column ) => [ column, __( 'What the transfer is for', 'counterfoil' ) ] as const ),
	];
	return of
		.filter( ( [ column ] ) => column === index )
		.map( ( [ , words ] ) => words )
		.join( ', ' );
}

export function CsvActions( { isBusy, onCancel }: { readonly isBusy: boolean; readonly onCancel: () => void } ) {
	return (
		<DialogActions onCancel={ onCancel }>
			<Button
				type="submit"
				variant="primary"
				isBusy={ isBusy }
				disabled={ isBusy }
				accessibleWhenDisabled
				__next40pxDefaultSize
			>
				{ __( 'Save and import', 'counterfoil' ) }
			</Button>
		</DialogActions>
	);
}
