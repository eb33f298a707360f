import { __ } from '@wordpress/i18n';
import { type Client, clientInput, type ClientInput } from '../../../contract/clients';
import { useForm } from '../../../shared/form';
import { FormDialog } from '../../../shared/form-dialog';
import { useCommand } from '../../../shared/store';
import { TextField } from '../../../shared/text-field';
import { toast } from '../../../shared/toasts';
import { useSubmit } from '../../../shared/use-submit';
import { ClientFields } from '../client-fields';

const valuesOf = ( { name, email, phone, address, tax_id, currency, locale }: Client ): ClientInput => ( {
	name,
	email,
	phone,
	address,
	tax_id,
	currency,
	locale,
} );

export function EditDetails( { client, onClose }: { readonly client: Client; readonly onClose: () => void } ) {
	const form = useForm< ClientInput >( clientInput, valuesOf( client ), false );
	const command = useCommand( 'clients.update' );
	const { onSubmit } = useSubmit(
		form,
		command,
		() => ( { params: { id: client.id }, body: form.values } ),
		() => {
			toast( __( 'Details saved.', 'counterfoil' ) );
			onClose();
		}
	);
	return (
		<FormDialog
			title={ __( 'Edit details', 'counterfoil' ) }
			button={ __( 'Save details', 'counterfoil' ) }
			isBusy={ command.isBusy }
			error={ command.error }
			onSubmit={ onSubmit }
			onClose={ onClose }
		>
			<TextField
				label={ __( 'Client’s name', 'counterfoil' ) }
				autoComplete="off"
				value={ form.values.name }
				error={ form.errorOf( 'name' ) }
				onChange={ ( name ) => form.set( { name } ) }
			/>
			<ClientFields values={ form.values } errorOf={ form.errorOf } onChange={ form.set } />
			<p className="counterfoil-panel__quiet">
				{ __( 'Invoices that were sent keep what stands on them.', 'counterfoil' ) }
			</p>
		</FormDialog>
	);
}
