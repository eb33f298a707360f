import { CheckboxControl } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { z } from 'zod';
import type { Client } from '../../../contract/clients';
import { emailAddress, line, optionalLine } from '../../../contract/common';
import { useForm } from '../../../shared/form';
import { FormDialog } from '../../../shared/form-dialog';
import { useCommand } from '../../../shared/store';
import { TextField } from '../../../shared/text-field';
import { useSubmit } from '../../../shared/use-submit';

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
	const form = useForm( newClient, { name, contact: { name: '', email: '' }, invite: false }, false );
	const command = useCommand( 'clients.create' );
	const { values, set, errorOf } = form;
	const { contact } = values;
	const { onSubmit } = useSubmit( form, command, () => ( { body: bodyOf( values ) } ), onMade );
	return (
		<FormDialog
			title={ __( 'New client', 'counterfoil' ) }
			button={ __( 'Add client', 'counterfoil' ) }
			isBusy={ command.isBusy }
			error={ command.error }
			onSubmit={ onSubmit }
			onClose={ onClose }
			closesOutside
		>
			<TextField
				label={ __( 'Organisation or person', 'counterfoil' ) }
				autoComplete="off"
				value={ values.name }
				error={ errorOf( 'name' ) }
				onChange={ ( typed ) => set( { name: typed } ) }
			/>
			<div className="counterfoil-form__row">
				<TextField
					label={ __( 'Contact’s name (optional)', 'counterfoil' ) }
					autoComplete="off"
					value={ contact.name }
					error={ errorOf( 'contact', 'name' ) }
					onChange={ ( typed ) => set( { contact: { ...contact, name: typed } } ) }
				/>
				<TextField
					label={ __( 'E-mail', 'counterfoil' ) }
					help={ __( 'Invoices go here.', 'counterfoil' ) }
					type="email"
					autoComplete="off"
					value={ contact.email }
					error={ errorOf( 'contact', 'email' ) }
					onChange={ ( email ) => set( { contact: { ...contact, email } } ) }
				/>
			</div>
			<CheckboxControl
				label={ __( 'Invite to the client portal now', 'counterfoil' ) }
				help={ __( 'You can also do this later. Invoices reach the client either way.', 'counterfoil' ) }
				checked={ values.invite }
				onChange={ ( invite ) => set( { invite } ) }
			/>
		</FormDialog>
	);
}
