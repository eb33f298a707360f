import { __, sprintf } from '@wordpress/i18n';
import type { Series, SeriesInput } from '../../contract/documents';
import { today } from '../../shared/dates';
import { NumberField } from '../../shared/form/number-field';
import type { FormPart } from '../../shared/form/part';
import { SelectField } from '../../shared/form/select-field';
import { TextField } from '../../shared/form/text-field';
import { numberOf, patternFor } from './number-format';

interface Props {
	readonly series: FormPart< SeriesInput >;
	/** The next number today, by when numbers restart. */
	readonly next: Series[ 'next_numbers' ];
}

/** How the numbers of one kind of document are written and counted. */
export function SeriesFields( { series, next }: Props ) {
	const { restart, number_pattern: pattern, next_number: typed } = series.values;
	const { value, error } = series.field( 'restart' );
	// A lower number is refused, so it is not promised.
	const sample = typed < next[ restart ] ? null : numberOf( series.values, today() );
	return (
		<>
			<div className="counterfoil-form__row">
				<TextField
					label={ __( 'Prefix', 'counterfoil' ) }
					maxLength={ 20 }
					autoComplete="off"
					{ ...series.field( 'prefix' ) }
				/>
				<TextField
					label={ __( 'Format', 'counterfoil' ) }
					help={ __(
						'Added after the prefix. You can use {number}, {year} and {month}, for example {year}-{number}.',
						'counterfoil'
					) }
					maxLength={ 60 }
					autoComplete="off"
					{ ...series.field( 'number_pattern' ) }
				/>
				<SelectField
					label={ __( 'Restart at 1', 'counterfoil' ) }
					value={ value }
					error={ error }
					options={ [
						{ code: 'never', name: __( 'Never', 'counterfoil' ) },
						{ code: 'yearly', name: __( 'Every year', 'counterfoil' ) },
						{ code: 'monthly', name: __( 'Every month', 'counterfoil' ) },
					] }
					onChange={ ( chosen ) =>
						series.set( {
							restart: chosen,
							number_pattern: patternFor( chosen, pattern ),
							next_number: next[ chosen ],
						} )
					}
				/>
			</div>
			<div className="counterfoil-form__row">
				<NumberField
					label={ __( 'Next number', 'counterfoil' ) }
					min={ next[ restart ] }
					{ ...series.field( 'next_number' ) }
				/>
				<NumberField
					label={ __( 'Minimum digits', 'counterfoil' ) }
					min={ 1 }
					max={ 9 }
					{ ...series.field( 'minimum_digits' ) }
				/>
			</div>
			<p className="counterfoil-settings__sample" role="status">
				{ sample === null
					? ' '
					: sprintf(
							/* translators: %s: number of a document, "INV-0012" */
							__( 'The next one will be %s.', 'counterfoil' ),
							sample
						) }
			</p>
		</>
	);
}
