import { __ } from '@wordpress/i18n';
import type { Plan } from '../../../contract/products';
import type { ItemAction } from '../../../shared/actions/action';
import { boot } from '../../../shared/boot';
import { perform } from '../../../shared/store';

export const restore: ItemAction< Plan > = {
	id: 'restore',
	label: __( 'Restore', 'counterfoil' ),
	isEligible: ( { archived_at: archived } ) => boot().can.bill && archived !== null,
	run: async ( [ plan ] ) => {
		if ( ! plan ) {
			return undefined;
		}
		await perform( 'plans.restore', { params: { id: plan.id } } );
		return __( 'Plan restored.', 'counterfoil' );
	},
};
