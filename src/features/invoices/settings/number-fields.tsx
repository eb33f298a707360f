import { __ } from '@wordpress/i18n';
import type { Invoicing, StoredInvoicing } from '../../../contract/invoices';
import { NumberField } from '../../../shared/form/number-field';
import type { FormPart } from '../../../shared/form/part';
import { SelectField } from '../../../shared/form/select-field';
import { TextField } from '../../../shared/form/text-field';
import { patternFor } from './invoice-number';

interface Props {
	readonly invoicing: FormPart< Invoicing >;
	/** The next number today, by when numbers restart. */
	readonly next: StoredInvoicing[ 'next_numbers' ];
}

/** How the numbers of invoices are written and counted. */
export function NumberFields( { invoicing, next }: Props ) {
	const { restart, number_pattern: pattern } = invoicing.values;
	const { value, error } = invoicing.field( 'restart' );
	return (
		<>
			<div className="counterfoil-form__row">
				<TextField
					label={ __( 'Prefix', 'counterfoil' ) }
					maxLength={ 20 }
					autoComplete="off"
					{ ...invoicing.field( 'prefix' ) }
				/>
				<TextField
					label={ __( 'Format', 'counterfoil' ) }
					help={ __(
						'Added after the prefix. You can use {number}, {year} and {month}, for example {year}-{number}.',
						'counterfoil'
					) }
					maxLength={ 60 }
					autoComplete="off"
					{ ...invoicing.field( 'number_pattern' ) }
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
						invoicing.set( {
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
					{ ...invoicing.field( 'next_number' ) }
				/>
				<NumberField
					label={ __( 'Minimum digits', 'counterfoil' ) }
					min={ 1 }
					max={ 9 }
					{ ...invoicing.field( 'minimum_digits' ) }
				/>
			</div>
		</>
	);
}
