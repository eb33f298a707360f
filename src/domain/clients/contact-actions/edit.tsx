import { __ } from '@wordpress/i18n';
import { type Contact, contactInput } from '../../../contract/clients';
import type { ActionModalProps, ItemAction } from '../../../shared/actions/action';
import { boot } from '../../../shared/boot';
import { FormDialog } from '../../../shared/form-dialog';
import { useForm } from '../../../shared/form';
import { useCommand } from '../../../shared/store';
import { toast } from '../../../shared/toasts';
import { useSubmit } from '../../../shared/use-submit';
import { ContactFields } from '../contact-fields';

function EditContact( { contact, onClose }: { readonly contact: Contact; readonly onClose: () => void } ) {
	const form = useForm( contactInput, { name: contact.name, email: contact.email, role_id: contact.role.id }, false );
	const command = useCommand( 'contacts.update' );
	const { onSubmit } = useSubmit(
		form,
		command,
		() => ( {
			params: { id: contact.id },
			body: { ...form.values, role_id: form.values.role_id ?? contact.role.id },
		} ),
		() => {
			toast( __( 'Contact saved.', 'counterfoil' ) );
			onClose();
		}
	);
	const logsIn = contact.access === 'active' || contact.access === 'suspended';
	return (
		<FormDialog
			title={ __( 'Edit contact', 'counterfoil' ) }
			button={ __( 'Save contact', 'counterfoil' ) }
			isBusy={ command.isBusy }
			error={ command.error }
			onSubmit={ onSubmit }
			onClose={ onClose }
		>
			<ContactFields
				values={ form.values }
				errorOf={ form.errorOf }
				onChange={ form.set }
				isEmailFixed={ logsIn }
			/>
			{ contact.access === 'invited' && form.values.email !== contact.email && (
				<p className="counterfoil-panel__quiet">
					{ __(
						'The invitation goes to the new address; the link mailed to the old one stops working.',
						'counterfoil'
					) }
				</p>
			) }
		</FormDialog>
	);
}

export const edit: ItemAction< Contact > = {
	id: 'edit',
	label: __( 'Edit', 'counterfoil' ),
	isEligible: () => boot().can.manageClients,
	RenderModal: ( { items: [ contact ], onClose }: ActionModalProps< Contact > ) =>
		contact ? <EditContact contact={ contact } onClose={ onClose } /> : null,
};
