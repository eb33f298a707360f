import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { type Form, useForm } from '../../shared/form';
import { FormDialog } from '../../shared/form-dialog';
import { navigate } from '../../shared/location';
import { useCommand } from '../../shared/store';
import { TextField } from '../../shared/text-field';
import { toast } from '../../shared/toasts';
import { useSubmit } from '../../shared/use-submit';
import { bodyOf, type ClientDraft, clientDraft, hasContact, newClient } from './client-draft';
import { ClientFields } from './client-fields';
import { ContactFields } from '../../domain/clients/contact-fields';
import { InviteToggle } from './invite-toggle';
import { useHasPortal } from '../../domain/clients/use-has-portal';
import { WebsiteRows } from './website-rows';

/** A new client: a name is enough; a contact, its invitation, details and websites may come later. */
export function AddClient( { onClose }: { readonly onClose: () => void } ) {
	const form = useForm< ClientDraft >( clientDraft as never, newClient(), false );
	const command = useCommand( 'clients.create' );
	const [ isOpen, setOpen ] = useState( false );
	const { values, set, errorOf } = form;
	const hasPortal = useHasPortal();
	const invites = values.invite && hasPortal && hasContact( values );
	const { onSubmit } = useSubmit(
		form,
		command,
		() => ( { body: { ...bodyOf( values ), invite: invites } } ),
		( client ) => {
			toast(
				invites
					? __( 'Client added. The invitation is on its way.', 'counterfoil' )
					: __( 'Client added.', 'counterfoil' )
			);
			navigate( `/clients/${ client.id }` );
		}
	);
	return (
		<FormDialog
			title={ __( 'Add client', 'counterfoil' ) }
			button={ invites ? __( 'Add client and invite', 'counterfoil' ) : __( 'Add client', 'counterfoil' ) }
			isBusy={ command.isBusy }
			error={ command.error }
			onSubmit={ onSubmit }
			onClose={ onClose }
		>
			<TextField
				label={ __( 'Client’s name', 'counterfoil' ) }
				help={ __( 'The company, or the person, that is billed.', 'counterfoil' ) }
				autoComplete="off"
				value={ values.name }
				error={ errorOf( 'name' ) }
				onChange={ ( name ) => set( { name } ) }
			/>
			<fieldset className="counterfoil-form counterfoil-fieldset">
				<legend>{ __( 'Contact (may come later)', 'counterfoil' ) }</legend>
				<ContactFields
					values={ values.contact }
					errorOf={ ( name ) => errorOf( 'contact', name ) }
					onChange={ ( changes ) => set( { contact: { ...values.contact, ...changes } } ) }
				/>
			</fieldset>
			<InviteToggle
				help={ __(
					'They get a mail to choose a password. You can bill without it, and invite later.',
					'counterfoil'
				) }
				checked={ invites }
				hasPortal={ hasPortal }
				disabled={ ! hasContact( values ) }
				onChange={ ( invite ) => set( { invite } ) }
			/>
			<details
				className="counterfoil-more"
				open={ isOpen || hasErrorInside( form ) }
				onToggle={ ( event ) => setOpen( event.currentTarget.open ) }
			>
				<summary>{ __( 'Address, currency, websites', 'counterfoil' ) }</summary>
				<div className="counterfoil-form">
					<ClientFields values={ values } errorOf={ errorOf } onChange={ set } />
					<WebsiteRows
						websites={ values.websites }
						errorOf={ ( index, name ) => errorOf( 'websites', index, name ) }
						onChange={ ( websites ) => set( { websites } ) }
					/>
				</div>
			</details>
		</FormDialog>
	);
}

/** What is folded away must not hide why the client can't be added. */
function hasErrorInside( { values, errorOf }: Form< ClientDraft > ): boolean {
	return [
		...( [ 'email', 'phone', 'tax_id', 'currency', 'locale' ] as const ).map( ( name ) => errorOf( name ) ),
		...Object.keys( values.address ).map( ( name ) => errorOf( 'address', name ) ),
		...values.websites.flatMap( ( _site, at ) => [
			errorOf( 'websites', at, 'name' ),
			errorOf( 'websites', at, 'url' ),
		] ),
	].some( ( error ) => error !== undefined );
}
