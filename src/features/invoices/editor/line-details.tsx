import { __, sprintf } from '@wordpress/i18n';
import type { DraftLine, LineChanges } from './draft';
import { units } from '../../../shared/units';

interface Props {
	readonly line: DraftLine;
	readonly number: number;
	readonly onChange: ( changes: LineChanges ) => void;
}

/** Is there anything to see of unit and period? */
export const hasDetails = ( line: DraftLine ): boolean =>
	line.hasDetails || line.unit !== '' || line.supplyFrom !== '' || line.supplyTo !== '';

/** What the quantity counts, and when it was supplied. */
export function LineDetails( { line, number, onChange }: Props ) {
	const label = ( words: string ) =>
		sprintf(
			/* translators: 1: name of a field ("Quantity"), 2: number of a line */
			__( '%1$s, line %2$d', 'counterfoil' ),
			words,
			number
		);
	return (
		<div className="counterfoil-line__more counterfoil-line__details">
			<span aria-hidden="true">{ __( 'Unit', 'counterfoil' ) }</span>
			<select
				data-field="unit"
				aria-label={ label( __( 'Unit', 'counterfoil' ) ) }
				value={ line.unit }
				onChange={ ( event ) => onChange( { unit: event.target.value } ) }
			>
				<option value="">
					{ line.plan_id === null ? __( 'Piece', 'counterfoil' ) : __( 'Same as plan', 'counterfoil' ) }
				</option>
				{ units()
					.filter( ( { code } ) => line.plan_id !== null || code !== 'C62' )
					.map( ( { code, name } ) => (
						<option key={ code } value={ code }>
							{ name }
						</option>
					) ) }
			</select>
			<span aria-hidden="true">{ __( 'Supplied', 'counterfoil' ) }</span>
			<input
				type="date"
				data-field="supply"
				aria-label={ label( __( 'First day of supply', 'counterfoil' ) ) }
				value={ line.supplyFrom }
				onChange={ ( event ) => onChange( { supplyFrom: event.target.value } ) }
			/>
			<span aria-hidden="true">–</span>
			<input
				type="date"
				aria-label={ label( __( 'Last day of supply', 'counterfoil' ) ) }
				value={ line.supplyTo }
				onChange={ ( event ) => onChange( { supplyTo: event.target.value } ) }
			/>
		</div>
	);
}
