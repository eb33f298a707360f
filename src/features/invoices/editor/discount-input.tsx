import { __ } from '@wordpress/i18n';
import type { TypedDiscount } from './draft';

interface Props {
	readonly id?: string;
	readonly 'aria-label'?: string;
	readonly 'aria-describedby'?: string;
	readonly 'aria-invalid'?: boolean;
	readonly 'data-field'?: string;
	readonly discount: TypedDiscount;
	readonly currency: string;
	readonly onChange: ( discount: TypedDiscount ) => void;
}

/** A percentage or an amount. Typing a percent sign says which. */
export function DiscountInput( { discount, currency, onChange, ...rest }: Props ) {
	const type = ( text: string ) =>
		onChange(
			text.includes( '%' ) ? { type: 'percent', text: text.replaceAll( '%', '' ) } : { type: discount.type, text }
		);
	return (
		<span className="counterfoil-discount">
			<input
				{ ...rest }
				type="text"
				inputMode="decimal"
				className="is-number"
				autoComplete="off"
				placeholder="0"
				value={ discount.text }
				onChange={ ( event ) => type( event.target.value ) }
			/>
			<select
				aria-label={ __( 'Discount type', 'counterfoil' ) }
				value={ discount.type }
				onChange={ ( event ) =>
					onChange( { ...discount, type: event.target.value === 'amount' ? 'amount' : 'percent' } )
				}
			>
				<option value="percent">{ __( '% off', 'counterfoil' ) }</option>
				<option value="amount">{ `${ currency } ${ __( 'off', 'counterfoil' ) }` }</option>
			</select>
		</span>
	);
}
