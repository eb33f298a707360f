import { RadioControl } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import { formatMoney } from '../../shared/money';
import { useRead } from '../../shared/store';
import type { End } from './end-fields';

interface Props {
	/** The subscription. */
	readonly id: number;
	readonly value: End[ 'unused' ];
	readonly onChange: ( value: End[ 'unused' ] ) => void;
}

/** What becomes of days that were billed already, where there are any. */
export function UnusedField( { id, value, onChange }: Props ) {
	const { data } = useRead( 'subscriptions.preview-cancel', { params: { id } } );
	if ( ! data?.credits.length ) {
		return null;
	}
	const credit = data.credits
		.map( ( { invoice, total } ) =>
			sprintf(
				/* translators: 1: amount, 2: invoice number */
				__( '%1$s of invoice %2$s', 'counterfoil' ),
				formatMoney( total ),
				invoice.number
			)
		)
		.join( ', ' );
	return (
		<RadioControl
			label={ __( 'Unused days', 'counterfoil' ) }
			help={ sprintf(
				/* translators: %s: amounts */
				__( 'A credit note is issued for %s.', 'counterfoil' ),
				credit
			) }
			selected={ value }
			options={ [
				{
					value: 'none',
					label: __( 'Don’t credit', 'counterfoil' ),
					description: __( 'Except unpaid invoices for periods that haven’t started.', 'counterfoil' ),
				},
				{ value: 'credit', label: __( 'Credit, for later invoices', 'counterfoil' ) },
				{ value: 'refund', label: __( 'Credit and refund', 'counterfoil' ) },
			] }
			onChange={ ( chosen ) => onChange( chosen as End[ 'unused' ] ) }
		/>
	);
}
