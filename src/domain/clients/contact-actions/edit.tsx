import { __ } from '@wordpress/i18n';
import { type Contact, contactInput } from '../../../contract/clients';
import type { ActionModalProps, ItemAction } from '../../../shared/actions/action';
import { boot } from '../../../shared/boot';
import { FormDialog } from '../../../shared/form/form-dialog';
import { useForm } from '../../../shared/form/use-form';
import { useCommand } from '../../../shared/store';
import { toast } from '../../../shared/toasts';
import { ContactFields, type ContactValues } from '../contact-fields';

function EditContact( { contact, onClose }: { readonly contact: Contact; readonly onClose: () => void } ) {
	const initial: ContactValues = { name: contact.name, email: contact.email, role_id: contact.role.id };
	const form = useForm( {
		schema: contactInput,
		initial,
		command: useCommand( 'contacts.update' ),
		request: ( values ) => ( {
			params: { id: contact.id },
			body: { ...values, role_id: values.role_id ?? contact.role.id },
		} ),
		onDone: () => {
			toast( __( 'Contact saved.', 'counterfoil' ) );
			onClose();
		},
	} );
	const logsIn = contact.access === 'active' || contact.access === 'suspended';
	const isNewAddress = form.values.email !== contact.email;
	return (
		<FormDialog
			title={ __( 'Edit contact', 'counterfoil' ) }
			button={ __( 'Save contact', 'counterfoil' ) }
			form={ form }
			onClose={ onClose }
		>
			<ContactFields contact={ form } isEmailFixed={ contact.is_email_fixed } />
			{ logsIn && isNewAddress && (
				<p className="counterfoil-panel__quiet">
					{ __(
						'They’ll log in with the new address. All their devices will be logged out, and we’ll notify the old address.',
						'counterfoil'
					) }
				</p>
			) }
			{ contact.access === 'invited' && isNewAddress && (
				<p className="counterfoil-panel__quiet">
					{ __(
						'The invitation will be sent to the new address. The link sent to the old address will stop working.',
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
