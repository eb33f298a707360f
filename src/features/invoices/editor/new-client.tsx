import { CheckboxControl } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { z } from 'zod';
import type { Client } from '../../../contract/clients';
import { emailAddress, line, optionalLine } from '../../../contract/common';
import { useForm } from '../../../shared/form/use-form';
import { FormDialog } from '../../../shared/form/form-dialog';
import { useCommand } from '../../../shared/store';
import { TextField } from '../../../shared/form/text-field';

interface Props {
	readonly name: string;
	readonly onMade: ( client: Client ) => void;
	readonly onClose: () => void;
}

/** As little as an invoice needs; the rest can be filled in later. */
const newClient = z.strictObject( {
	name: line(),
	contact: z.strictObject( { name: optionalLine(), email: emailAddress } ),
	invite: z.boolean(),
} );

/** A person who is billed is its own contact. */
const bodyOf = ( { name, contact, invite }: z.input< typeof newClient > ) => ( {
	name: name.trim(),
	contact: { ...contact, name: contact.name.trim() || name.trim() },
	invite,
} );

/** A client that is made without leaving the invoice. */
export function NewClient( { name, onMade, onClose }: Props ) {
	const form = useForm( {
		schema: newClient,
		initial: { name, contact: { name: '', email: '' }, invite: false },
		command: useCommand( 'clients.create' ),
		request: ( values ) => ( { body: bodyOf( values ) } ),
		onDone: onMade,
	} );
	const contact = form.part( 'contact' );
	return (
		<FormDialog
			title={ __( 'Create client', 'counterfoil' ) }
			button={ __( 'Create client', 'counterfoil' ) }
			form={ form }
			onClose={ onClose }
			closesOutside
		>
			<TextField
				label={ __( 'Company or person', 'counterfoil' ) }
				autoComplete="off"
				{ ...form.field( 'name' ) }
			/>
			<div className="counterfoil-form__row">
				<TextField
					label={ __( 'Contact name (optional)', 'counterfoil' ) }
					autoComplete="off"
					{ ...contact.field( 'name' ) }
				/>
				<TextField
					label={ __( 'Email', 'counterfoil' ) }
					help={ __( 'Invoices are emailed to this address.', 'counterfoil' ) }
					type="email"
					autoComplete="off"
					{ ...contact.field( 'email' ) }
				/>
			</div>
			<CheckboxControl
				label={ __( 'Invite to the client portal now', 'counterfoil' ) }
				help={ __( 'You can also do this later. The client gets invoices either way.', 'counterfoil' ) }
				checked={ form.values.invite }
				onChange={ ( invite ) => form.set( { invite } ) }
			/>
		</FormDialog>
	);
}
