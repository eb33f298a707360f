import { ToggleControl } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { z } from 'zod';
import { contactInput } from '../../../contract/clients';
import { FormDialog } from '../../../shared/form-dialog';
import { useForm } from '../../../shared/form';
import { useCommand } from '../../../shared/store';
import { toast } from '../../../shared/toasts';
import { useSubmit } from '../../../shared/use-submit';
import { ContactFields } from '../contact-fields';

const newContact = contactInput.extend( { invite: z.boolean() } );

interface Props {
	readonly clientId: number;
	readonly onClose: () => void;
}

export function AddContact( { clientId, onClose }: Props ) {
	const form = useForm< z.input< typeof newContact > >( newContact, { name: '', email: '', invite: true }, false );
	const command = useCommand( 'contacts.create' );
	const { invite } = form.values;
	const { onSubmit } = useSubmit(
		form,
		command,
		() => ( { params: { id: clientId }, body: form.values } ),
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
			<ToggleControl
				__nextHasNoMarginBottom
				label={ __( 'Invite to the portal now', 'counterfoil' ) }
				help={ __( 'They get a mail to choose a password.', 'counterfoil' ) }
				checked={ invite }
				onChange={ ( next ) => form.set( { invite: next } ) }
			/>
		</FormDialog>
	);
}
