import { __, sprintf } from '@wordpress/i18n';
import type { Preview } from '../../../contract/invoices';
import { formatDay } from '../../../shared/dates';
import { typedDecimal } from '../../../shared/decimal';
import { TextField } from '../../../shared/form/text-field';
import { formatMoney } from '../../../shared/money';

interface Props {
	readonly exchange: Preview[ 'tax_exchange' ] | undefined;
	readonly currency: string;
	readonly value: string;
	readonly error: string | undefined;
	readonly onChange: ( rate: string ) => void;
}

/** The rate at which the VAT is stated in the business's own currency: the published one, or a typed one. */
export function ExchangeField( { exchange, currency, value, error, onChange }: Props ) {
	if ( ! exchange && value === '' ) {
		return null;
	}
	return (
		<TextField
			label={ sprintf(
				/* translators: 1: currency code of the invoice, 2: currency code of the VAT */
				__( 'Exchange rate for VAT: 1 %1$s in %2$s', 'counterfoil' ),
				currency,
				exchange?.currency ?? ''
			) }
			inputMode="decimal"
			autoComplete="off"
			placeholder={ exchange?.rate ? typedDecimal( exchange.rate ) : '' }
			help={ exchange ? helpOf( exchange ) : undefined }
			value={ value }
			error={ error }
			onChange={ onChange }
		/>
	);
}

function helpOf( { rate, day, source, table, tax }: NonNullable< Preview[ 'tax_exchange' ] > ): string {
	if ( ! rate || ! tax || ! day ) {
		return __( 'The published rate is loading. You can also enter a rate.', 'counterfoil' );
	}
	const amount = formatMoney( tax );
	return source === 'manual'
		? sprintf(
				/* translators: %s: amount of VAT */
				__( 'VAT: %s at your rate. Leave empty to use the published rate.', 'counterfoil' ),
				amount
			)
		: sprintf(
				/* translators: 1: amount of VAT, 2: who published the rate ("NBP 226/A/NBP/2026"), 3: date */
				__( 'VAT: %1$s at the rate of %2$s, %3$s', 'counterfoil' ),
				amount,
				[ source?.toUpperCase(), table ].filter( Boolean ).join( ' ' ),
				formatDay( day )
			);
}
