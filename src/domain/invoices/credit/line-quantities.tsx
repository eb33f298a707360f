import { useInstanceId } from '@wordpress/compose';
import { __, sprintf } from '@wordpress/i18n';
import type { Invoice } from '../../../contract/invoices';
import { formatMoney } from '../../../shared/money';

interface Props {
	readonly lines: Invoice[ 'lines' ];
	readonly quantities: readonly string[];
	readonly error?: string | undefined;
	readonly onChange: ( quantities: string[] ) => void;
}

/** How much of each line is credited. */
export function LineQuantities( { lines, quantities, error, onChange }: Props ) {
	const id = useInstanceId( LineQuantities, 'counterfoil-credit-line' );
	return (
		<fieldset className={ `counterfoil-field counterfoil-credit-lines${ error ? ' has-error' : '' }` }>
			<legend className="counterfoil-field__label">{ __( 'Quantity to credit', 'counterfoil' ) }</legend>
			{ lines.map( ( line, position ) => (
				<div key={ position } className="counterfoil-credit-lines__line">
					<label htmlFor={ `${ id }-${ position }` }>
						{ line.description }
						<span className="counterfoil-field__hint">
							{ sprintf(
								/* translators: 1: quantity on the invoice, 2: amount of the line */
								__( '%1$s on the invoice, %2$s', 'counterfoil' ),
								line.quantity,
								formatMoney( line.amount )
							) }
						</span>
					</label>
					<input
						id={ `${ id }-${ position }` }
						type="text"
						inputMode="decimal"
						autoComplete="off"
						placeholder="0"
						value={ quantities[ position ] ?? '' }
						onChange={ ( event ) =>
							onChange(
								lines.map( ( _line, at ) =>
									at === position ? event.target.value : ( quantities[ at ] ?? '' )
								)
							)
						}
					/>
				</div>
			) ) }
			{ error && (
				<p className="counterfoil-field__hint" role="alert">
					{ error }
				</p>
			) }
		</fieldset>
	);
}
