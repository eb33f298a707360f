import { __, sprintf } from '@wordpress/i18n';
import { formatMoney, decimalsOf, typedMoney } from '../money';

/** How to write an amount of a currency, with an example that fits it. */
export function howToWriteAmount( currency: string ): string {
	const decimals = decimalsOf( currency );
	const example = typedMoney( decimals === 0 ? 1200 : 12005 * 10 ** ( decimals - 1 ), currency );
	return decimals === 0
		? sprintf(
				/* translators: 1: currency code, 2: an amount as it can be typed: 1200 */
				__( '%1$s has no decimals. Enter a positive amount, for example %2$s.', 'counterfoil' ),
				currency,
				example
			)
		: sprintf(
				/* translators: 1: currency code, 2: number of decimals, 3: an amount as it can be typed: 1200.50 */
				__( 'Enter a positive amount in %1$s with up to %2$d decimals, for example %3$s.', 'counterfoil' ),
				currency,
				decimals,
				example
			);
}

/** Of an amount beyond what can be billed. */
export const tooLarge = ( amount: number, currency: string ): string =>
	sprintf(
		/* translators: %s: a number */
		__( 'Too high. The maximum is %s.', 'counterfoil' ),
		formatMoney( { amount, currency } )
	);
