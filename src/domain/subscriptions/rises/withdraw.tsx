import { __, _n, sprintf } from '@wordpress/i18n';
import type { PriceRiseAnnouncement } from '../../../contract/subscriptions/price-rises';
import type { ItemAction } from '../../../shared/actions/action';
import { confirming } from '../../../shared/actions/confirming';
import { boot } from '../../../shared/boot';
import { perform } from '../../../shared/store';
import { canWithdraw } from './words';

const isTold = ( { states }: PriceRiseAnnouncement ) => states.told > 0;

/** What is still planned of it. */
export const withdrawRises: ItemAction< PriceRiseAnnouncement > = {
	id: 'withdraw',
	label: __( 'Withdraw…', 'counterfoil' ),
	isDestructive: true,
	isEligible: ( rise ) => boot().can.bill && canWithdraw( rise ),
	RenderModal: confirming< PriceRiseAnnouncement >( {
		button: __( 'Withdraw new prices', 'counterfoil' ),
		text: ( rise ) => {
			const count = rise.states.planned + rise.states.told;
			const kept = sprintf(
				/* translators: %d: number of subscriptions */
				_n( '%d subscription keeps its price.', '%d subscriptions keep their prices.', count, 'counterfoil' ),
				count
			);
			return isTold( rise )
				? `${ kept } ${ __( 'Clients who were told get an email that their price stays the same.', 'counterfoil' ) }`
				: kept;
		},
		run: async ( { id } ) => {
			await perform( 'price-rises.withdraw', { params: { id } } );
			return __( 'New prices withdrawn.', 'counterfoil' );
		},
	} ),
};
