import { __ } from '@wordpress/i18n';
import type { Plan } from '../../../contract/products';
import type { ItemAction } from '../../../shared/actions/action';
import { boot } from '../../../shared/boot';
import { perform } from '../../../shared/store';

export const archive: ItemAction< Plan > = {
	id: 'archive',
	label: __( 'Archive', 'counterfoil' ),
	isEligible: ( { archived_at: archived } ) => boot().can.bill && archived === null,
	run: async ( [ plan ] ) => {
		if ( ! plan ) {
			return undefined;
		}
		await perform( 'plans.archive', { params: { id: plan.id } } );
		return __( 'Plan archived. It can no longer be billed.', 'counterfoil' );
	},
};
