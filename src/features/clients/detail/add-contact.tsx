import { __ } from '@wordpress/i18n';
import { z } from 'zod';
import { type Client, contactInput } from '../../../contract/clients';
import { FormDialog } from '../../../shared/form-dialog';
import { useForm } from '../../../shared/form';
import { useCommand } from '../../../shared/store';
import { toast } from '../../../shared/toasts';
import { useSubmit } from '../../../shared/use-submit';
import { ContactFields } from '../../../domain/clients/contact-fields';
import { InviteToggle } from '../invite-toggle';
import { useHasPortal } from '../../../domain/clients/use-has-portal';

const newContact = contactInput.extend( { invite: z.boolean() } );

interface Props {
	readonly client: Client;
	readonly onClose: () => void;
}

export function AddContact( { client, onClose }: Props ) {
	const form = useForm< z.input< typeof newContact > >( newContact, { name: '', email: '', invite: true }, false );
	const command = useCommand( 'contacts.create' );
	const hasPortal = useHasPortal( client.portal_id );
	const invite = form.values.invite && hasPortal;
	const { onSubmit } = useSubmit(
		form,
		command,
		() => ( { params: { id: client.id }, body: { ...form.values, invite } } ),
		() => {
			toast(
				invite
					? __( 'Contact added. The invitation is on its way.', 'counterfoil' )
					: __( 'Contact added.', 'counterfoil' )
			);
			onClose();
		}
	);
	return (
		<FormDialog
			title={ __( 'Add contact', 'counterfoil' ) }
			button={ invite ? __( 'Add contact and invite', 'counterfoil' ) : __( 'Add contact', 'counterfoil' ) }
			isBusy={ command.isBusy }
			error={ command.error }
			onSubmit={ onSubmit }
			onClose={ onClose }
		>
			<ContactFields values={ form.values } errorOf={ form.errorOf } onChange={ form.set } />
			<InviteToggle
				help={ __( 'They get a mail to choose a password.', 'counterfoil' ) }
				checked={ invite }
				hasPortal={ hasPortal }
				onChange={ ( next ) => form.set( { invite: next } ) }
			/>
		</FormDialog>
	);
}
