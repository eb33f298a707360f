import { Button, CheckboxControl, Modal } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { z } from 'zod';
import type { Client } from '../../../contract/clients';
import { emailAddress, line, optionalLine } from '../../../contract/common';
import { ApiFailure, call } from '../../../shared/api';
import { Field } from '../../../shared/field';
import { useForm } from '../../../shared/form';
import { Problem } from '../../../shared/problem';
import { refresh } from '../../../shared/store';

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

/** A client that is made without leaving the invoice. */
export function NewClient( { name, onMade, onClose }: Props ) {
	const form = useForm( newClient, { name, contact: { name: '', email: '' }, invite: false }, false );
	const [ failure, setFailure ] = useState< ApiFailure | undefined >();
	const [ isBusy, setBusy ] = useState( false );
	const [ key ] = useState( () => crypto.randomUUID() );
	const { contact, invite } = form.values;

	const save = async () => {
		if ( ! form.validate() ) {
			return;
		}
		setBusy( true );
		try {
			const made = await call(
				'clients.create',
				{
					body: {
						name: form.values.name.trim(),
						// A person who is billed is its own contact.
						contact: { ...contact, name: contact.name.trim() || form.values.name.trim() },
						invite,
					},
				},
				{ key }
			);
			refresh();
			onMade( made );
		} catch ( thrown ) {
			const error = ApiFailure.from( thrown );
			form.refuse( error );
			setFailure( error );
			setBusy( false );
		}
	};
	return (
		<Modal
			title={ __( 'New client', 'counterfoil' ) }
			onRequestClose={ onClose }
			size="medium"
			focusOnMount="firstContentElement"
		>
			<form
				className="counterfoil-form counterfoil-app"
				noValidate
				onSubmit={ ( event ) => {
					event.preventDefault();
					void save();
				} }
			>
				<Problem error={ failure } />
				<Field label={ __( 'Organisation or person', 'counterfoil' ) } error={ form.errorOf( 'name' ) }>
					<input
						type="text"
						autoComplete="off"
						value={ form.values.name }
						onChange={ ( event ) => form.set( { name: event.target.value } ) }
					/>
				</Field>
				<div className="counterfoil-form__row">
					<Field
						label={ __( 'Contact’s name (optional)', 'counterfoil' ) }
						error={ form.errorOf( 'contact', 'name' ) }
					>
						<input
							type="text"
							autoComplete="off"
							value={ contact.name }
							onChange={ ( event ) => form.set( { contact: { ...contact, name: event.target.value } } ) }
						/>
					</Field>
					<Field
						label={ __( 'E-mail', 'counterfoil' ) }
						help={ __( 'Invoices go here.', 'counterfoil' ) }
						error={ form.errorOf( 'contact', 'email' ) }
					>
						<input
							type="email"
							autoComplete="off"
							value={ contact.email }
							onChange={ ( event ) => form.set( { contact: { ...contact, email: event.target.value } } ) }
						/>
					</Field>
				</div>
				<CheckboxControl
					label={ __( 'Invite to the client portal now', 'counterfoil' ) }
					help={ __( 'You can also do this later. Invoices reach the client either way.', 'counterfoil' ) }
					checked={ invite }
					onChange={ ( checked ) => form.set( { invite: checked } ) }
				/>
				<div className="counterfoil-form__actions">
					<Button type="submit" variant="primary" isBusy={ isBusy } disabled={ isBusy } __next40pxDefaultSize>
						{ __( 'Add client', 'counterfoil' ) }
					</Button>
					<Button variant="tertiary" onClick={ onClose } __next40pxDefaultSize>
						{ __( 'Cancel', 'counterfoil' ) }
					</Button>
				</div>
			</form>
		</Modal>
	);
}
