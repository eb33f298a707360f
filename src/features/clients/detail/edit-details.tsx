import { __ } from '@wordpress/i18n';
import { type Client, clientInput, type ClientInput } from '../../../contract/clients';
import { useForm } from '../../../shared/form/use-form';
import { FormDialog } from '../../../shared/form/form-dialog';
import { useCommand } from '../../../shared/store';
import { TextField } from '../../../shared/form/text-field';
import { toast } from '../../../shared/toasts';
import { ClientFields } from '../../../domain/clients/client-fields';

const valuesOf = ( client: Client ): ClientInput => {
	const { name, email, phone, address, tax_id, currency, locale, bill_as } = client;
	const { kind, vat_id, tax_number, registration_number, buyer_reference } = client;
	return {
		...{ name, email, phone, address, tax_id, currency, locale, bill_as },
		...{ kind, vat_id, tax_number, registration_number, buyer_reference },
	};
};

export function EditDetails( { client, onClose }: { readonly client: Client; readonly onClose: () => void } ) {
	const form = useForm( {
		schema: clientInput,
		initial: valuesOf( client ),
		command: useCommand( 'clients.update' ),
		request: ( body ) => ( { params: { id: client.id }, body } ),
		onDone: () => {
			toast( __( 'Details saved.', 'counterfoil' ) );
			onClose();
		},
	} );
	return (
		<FormDialog
			title={ __( 'Edit details', 'counterfoil' ) }
			button={ __( 'Save details', 'counterfoil' ) }
			form={ form }
			onClose={ onClose }
		>
			<TextField label={ __( 'Client name', 'counterfoil' ) } autoComplete="off" { ...form.field( 'name' ) } />
			<ClientFields client={ form } />
			<p className="counterfoil-panel__quiet">{ __( 'Sent invoices don’t change.', 'counterfoil' ) }</p>
		</FormDialog>
	);
}
