import { __ } from '@wordpress/i18n';
import { z } from 'zod';
import { type Client, contactInput } from '../../../contract/clients';
import { FormDialog } from '../../../shared/form/form-dialog';
import { useForm } from '../../../shared/form/use-form';
import { useCommand } from '../../../shared/store';
import { toast } from '../../../shared/toasts';
import { ContactFields } from '../../../domain/clients/contact-fields';
import { InviteToggle } from '../../../domain/clients/invite-toggle';
import { useHasPortal } from '../../../domain/clients/use-has-portal';

const newContact = contactInput.extend( { invite: z.boolean() } );

interface Props {
	readonly client: Client;
	readonly onClose: () => void;
}

export function AddContact( { client, onClose }: Props ) {
	const hasPortal = useHasPortal( client.portal_id );
	const form = useForm( {
		schema: newContact,
		initial: { name: '', email: '', invite: true } as z.input< typeof newContact >,
		command: useCommand( 'contacts.create' ),
		request: ( values ) => ( {
			params: { id: client.id },
			body: { ...values, invite: values.invite && hasPortal },
		} ),
		onDone: () => {
			toast(
				invite
					? __( 'Contact added. The invitation is on its way.', 'counterfoil' )
					: __( 'Contact added.', 'counterfoil' )
			);
			onClose();
		},
	} );
	const invite = form.values.invite && hasPortal;
	return (
		<FormDialog
			title={ __( 'Add contact', 'counterfoil' ) }
			button={ invite ? __( 'Add contact and invite', 'counterfoil' ) : __( 'Add contact', 'counterfoil' ) }
			form={ form }
			onClose={ onClose }
		>
			<ContactFields contact={ form } />
			<InviteToggle
				help={ __( 'They’ll get an email to choose a password.', 'counterfoil' ) }
				checked={ invite }
				hasPortal={ hasPortal }
				onChange={ ( next ) => form.set( { invite: next } ) }
			/>
		</FormDialog>
	);
}
