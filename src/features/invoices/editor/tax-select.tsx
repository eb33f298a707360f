import { __, sprintf } from '@wordpress/i18n';
import type { FocusEvent } from 'react';
import { parseDecimal } from '../../../shared/decimal';
import type { TypedTax } from './draft';
import { taxId } from './taxes';

interface Props {
	readonly 'aria-label': string;
	readonly tax: TypedTax | null;
	readonly taxes: readonly TypedTax[];
	readonly onChange: ( tax: TypedTax | null ) => void;
}

const NONE = 'none';
const OTHER = 'other';

/** The tax of a line: one that is known here, none, or another. */
export function TaxSelect( { tax, taxes, onChange, ...rest }: Props ) {
	const choose = ( value: string ) => {
		if ( value === OTHER ) {
			onChange( { name: tax?.name ?? taxes[ 0 ]?.name ?? '', rate: '', isTyped: true } );
			return;
		}
		onChange( taxes.find( ( known ) => taxId( known ) === value ) ?? null );
	};
	let value = NONE;
	if ( tax ) {
		value = tax.isTyped ? OTHER : taxId( tax );
	}
	return (
		<select
			{ ...rest }
			className="counterfoil-line__tax"
			value={ value }
			onChange={ ( event ) => choose( event.target.value ) }
		>
			<option value={ NONE }>{ __( 'No tax', 'counterfoil' ) }</option>
			{ taxes.map( ( known ) => (
				<option key={ taxId( known ) } value={ taxId( known ) }>
					{ sprintf(
						/* translators: 1: name of a tax ("VAT"), 2: its rate ("23"), the % sign follows */
						__( '%1$s %2$s%%', 'counterfoil' ),
						known.name,
						known.rate
					) }
				</option>
			) ) }
			<option value={ OTHER }>{ __( 'Other tax…', 'counterfoil' ) }</option>
		</select>
	);
}

interface TypedProps {
	readonly tax: TypedTax;
	readonly number: number;
	readonly onChange: ( tax: TypedTax ) => void;
}

/** A tax that is not there to choose yet. Left complete, it is one for every line. */
export function TypedTaxFields( { tax, number, onChange }: TypedProps ) {
	const finish = ( event: FocusEvent< HTMLElement > ) => {
		const rate = parseDecimal( tax.rate );
		const isLeft = ! event.currentTarget.contains( event.relatedTarget );
		if ( isLeft && tax.name.trim() && rate !== null && Number( rate ) <= 100 ) {
			onChange( { name: tax.name.trim(), rate: tax.rate.trim() } );
		}
	};
	return (
		<div className="counterfoil-line__more" onBlur={ finish }>
			<span aria-hidden="true">{ __( 'Tax', 'counterfoil' ) }</span>
			<input
				type="text"
				className="counterfoil-line__tax-name"
				maxLength={ 40 }
				aria-label={ sprintf(
					/* translators: %d: number of a line */
					__( 'Tax name, line %d', 'counterfoil' ),
					number
				) }
				placeholder={ __( 'VAT', 'counterfoil' ) }
				value={ tax.name }
				onChange={ ( event ) => onChange( { ...tax, name: event.target.value } ) }
			/>
			<span className="counterfoil-affix">
				<input
					type="text"
					inputMode="decimal"
					className="is-number"
					autoComplete="off"
					aria-label={ sprintf(
						/* translators: %d: number of a line */
						__( 'Tax rate in percent, line %d', 'counterfoil' ),
						number
					) }
					value={ tax.rate }
					onChange={ ( event ) => onChange( { ...tax, rate: event.target.value } ) }
				/>
				<span aria-hidden="true">%</span>
			</span>
		</div>
	);
}
