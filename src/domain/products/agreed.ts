import { __, _n, sprintf } from '@wordpress/i18n';
import type { Plan } from '../../contract/products';
import { formatMoney } from '../../shared/money';

/** What subscriptions to a plan begin with, a few words each: "14 days free", "€50.00 set-up fee". */
export function agreed( { trial_days: days, setup_fee: fee, cycles }: Plan ): string[] {
	return [
		/* translators: %d: number of days */
		days > 0 && sprintf( _n( '%d day free', '%d days free', days, 'counterfoil' ), days ),
		fee.amount > 0 &&
			sprintf(
				/* translators: %s: an amount of money, "$50.00" */
				__( '%s set-up fee', 'counterfoil' ),
				formatMoney( fee )
			),
		cycles !== null &&
			sprintf(
				/* translators: %d: how often it is billed before it ends */
				_n( 'billed %d time', 'billed %d times', cycles, 'counterfoil' ),
				cycles
			),
	].filter( ( words ) => words !== false );
}
