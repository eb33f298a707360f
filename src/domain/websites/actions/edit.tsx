import { __ } from '@wordpress/i18n';
import type { Website } from '../../../contract/websites';
import type { ActionModalProps, ItemAction } from '../../../shared/actions/action';
import { boot } from '../../../shared/boot';
import { EditWebsite } from '../website-dialog';

export const edit: ItemAction< Website > = {
	id: 'edit',
	label: __( 'Edit', 'counterfoil' ),
	isEligible: () => boot().can.manageClients,
	RenderModal: ( { items: [ website ], onClose }: ActionModalProps< Website > ) =>
		website ? <EditWebsite website={ website } onClose={ onClose } /> : null,
};
