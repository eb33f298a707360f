import { __ } from '@wordpress/i18n';
import { z } from 'zod';
import type { SubscriptionRow } from '../../../contract/subscriptions/subscription';
import type { ActionModalProps, ItemAction } from '../../../shared/actions/action';
import { boot } from '../../../shared/boot';
import { FormDialog } from '../../../shared/form/form-dialog';
import { useForm } from '../../../shared/form/use-form';
import { useCommand } from '../../../shared/store';
import { toast } from '../../../shared/toasts';
import { type End, EndFields, endInput, noEnd } from '../end-fields';

function CancelDialog( { item, onClose }: { readonly item: SubscriptionRow; readonly onClose: () => void } ) {
	const form = useForm( {
		schema: z.looseObject( {} ),
		initial: noEnd,
		command: useCommand( 'subscriptions.cancel' ),
		request: ( end: End ) => ( { params: { id: item.id }, body: endInput( end ) } ),
		onDone: () => {
			toast( __( 'Subscription canceled.', 'counterfoil' ) );
			onClose();
		},
	} );
	return (
		<FormDialog
			title={ __( 'Cancel subscription', 'counterfoil' ) }
			button={ __( 'Cancel subscription', 'counterfoil' ) }
			form={ form }
			isDestructive
			onClose={ onClose }
		>
			<EndFields id={ item.id } form={ form } />
		</FormDialog>
	);
}

export const cancel: ItemAction< SubscriptionRow > = {
	id: 'cancel',
	label: __( 'Cancel…', 'counterfoil' ),
	isDestructive: true,
	isEligible: ( { state } ) => boot().can.bill && state !== 'cancelled',
	RenderModal: ( { items: [ item ], onClose }: ActionModalProps< SubscriptionRow > ) =>
		item ? <CancelDialog item={ item } onClose={ onClose } /> : null,
};
