import { __ } from '@wordpress/i18n';
import type { Plan } from '../../../contract/products';
import type { ItemAction } from '../../../shared/actions/action';
import { boot } from '../../../shared/boot';
import { perform } from '../../../shared/store';

export const duplicate: ItemAction< Plan > = {
	id: 'duplicate',
	label: __( 'Duplicate', 'counterfoil' ),
	isEligible: () => boot().can.bill,
	run: async ( [ plan ] ) => {
		if ( ! plan ) {
			return undefined;
		}
		await perform( 'plans.duplicate', { params: { id: plan.id } } );
		return __( 'Plan duplicated.', 'counterfoil' );
	},
};
