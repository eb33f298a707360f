import { __, sprintf } from '@wordpress/i18n';
import type { FocusEvent } from 'react';
import { parseDecimal } from '../../../shared/decimal';
import type { TypedTax } from './draft';
import { taxName } from '../../../shared/tax-name';
import { taxId } from './taxes';

interface Props {
	readonly 'aria-label': string;
	readonly tax: TypedTax | null;
	readonly taxes: readonly TypedTax[];
	readonly onChange: ( tax: TypedTax | null ) => void;
}

const NONE = 'none';
const OTHER = 'other';

/** What is not taxed, and why; each can be chosen whatever the settings' list has. */
const REASONS = [
	[ 'AE', 'VATEX-EU-AE' ],
	[ 'O', 'VATEX-EU-O' ],
	[ 'E', '' ],
	[ 'Z', '' ],
] as const;

/** The tax of a line: one that is known here, one of the reasons for none, or another rate. */
export function TaxSelect( { tax, taxes, onChange, ...rest }: Props ) {
	const name = tax?.name ?? taxes[ 0 ]?.name ?? '';
	const without: readonly TypedTax[] = REASONS.filter(
		( [ category ] ) => ! taxes.some( ( known ) => known.category === category )
	).map( ( [ category, code ] ) => ( {
		name: name || __( 'VAT', 'counterfoil' ),
		rate: '0',
		category,
		reason_code: code,
		reason: '',
	} ) );
	const choose = ( value: string ) => {
		if ( value === OTHER ) {
			onChange( { name, rate: '', category: null, reason_code: '', reason: '', isTyped: true } );
			return;
		}
		onChange( [ ...taxes, ...without ].find( ( known ) => taxId( known ) === value ) ?? null );
	};
	let value = NONE;
	if ( tax ) {
		value = tax.isTyped ? OTHER : taxId( tax );
	}
	const option = ( known: TypedTax ) => (
		<option key={ taxId( known ) } value={ taxId( known ) }>
			{ taxName( known ) }
		</option>
	);
	return (
		<select
			{ ...rest }
			className="counterfoil-line__tax"
			value={ value }
			onChange={ ( event ) => choose( event.target.value ) }
		>
			{ value === NONE && <option value={ NONE }>{ __( 'Choose tax…', 'counterfoil' ) }</option> }
			{ taxes.filter( ( { category } ) => category === 'S' ).map( option ) }
			<optgroup label={ __( 'Reason for no tax', 'counterfoil' ) }>
				{ taxes.filter( ( { category } ) => category !== 'S' ).map( option ) }
				{ without.map( option ) }
			</optgroup>
			<option value={ OTHER }>{ __( 'Other rate…', 'counterfoil' ) }</option>
		</select>
	);
}

/** Why a line of an exempt supply is exempt: it appears on the invoice. */
export function ReasonField( { tax, number, onChange }: TypedProps ) {
	return (
		<div className="counterfoil-line__more">
			<span aria-hidden="true">{ __( 'Exemption reason', 'counterfoil' ) }</span>
			<input
				type="text"
				maxLength={ 500 }
				aria-label={ sprintf(
					/* translators: %d: number of a line */
					__( 'Exemption reason, line %d', 'counterfoil' ),
					number
				) }
				placeholder={ __( 'For example: Art. 132(1)(i) of Directive 2006/112/EC', 'counterfoil' ) }
				value={ tax.reason }
				onChange={ ( event ) => onChange( { ...tax, reason: event.target.value, isProposed: false } ) }
			/>
		</div>
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
			onChange( {
				...tax,
				name: tax.name.trim(),
				rate: tax.rate.trim(),
				category: Number( rate ) > 0 ? 'S' : null,
				isTyped: Number( rate ) === 0,
			} );
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
