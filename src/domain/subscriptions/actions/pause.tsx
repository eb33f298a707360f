import { __ } from '@wordpress/i18n';
import { z } from 'zod';
import type { SubscriptionRow } from '../../../contract/subscriptions/subscription';
import type { ActionModalProps, ItemAction } from '../../../shared/actions/action';
import { boot } from '../../../shared/boot';
import { FormDialog } from '../../../shared/form/form-dialog';
import { TextField } from '../../../shared/form/text-field';
import { useForm } from '../../../shared/form/use-form';
import { useCommand } from '../../../shared/store';
import { toast } from '../../../shared/toasts';

function PauseDialog( { item, onClose }: { readonly item: SubscriptionRow; readonly onClose: () => void } ) {
	const form = useForm( {
		schema: z.looseObject( {} ),
		initial: { resume_on: '' },
		command: useCommand( 'subscriptions.pause' ),
		request: ( { resume_on: day } ) => ( { params: { id: item.id }, body: { resume_on: day || null } } ),
		onDone: () => {
			toast( __( 'Subscription paused.', 'counterfoil' ) );
			onClose();
		},
	} );
	return (
		<FormDialog
			title={ __( 'Pause subscription', 'counterfoil' ) }
			button={ __( 'Pause subscription', 'counterfoil' ) }
			form={ form }
			onClose={ onClose }
		>
			<p className="counterfoil-confirm">
				{ __(
					'No more invoices are issued while it is paused. Invoices that were issued stay as they are. When it resumes, your client pays for the days until the next billing date.',
					'counterfoil'
				) }
			</p>
			<TextField
				type="date"
				label={ __( 'Resume on (optional)', 'counterfoil' ) }
				{ ...form.field( 'resume_on' ) }
			/>
		</FormDialog>
	);
}

export const pause: ItemAction< SubscriptionRow > = {
	id: 'pause',
	label: __( 'Pause…', 'counterfoil' ),
	isEligible: ( { state, is_held: isHeld } ) =>
		boot().can.bill && ! isHeld && state !== 'paused' && state !== 'cancelled',
	RenderModal: ( { items: [ item ], onClose }: ActionModalProps< SubscriptionRow > ) =>
		item ? <PauseDialog item={ item } onClose={ onClose } /> : null,
};
