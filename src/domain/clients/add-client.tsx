import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { Client } from '../../contract/clients';
import type { FormPart } from '../../shared/form/part';
import { useForm } from '../../shared/form/use-form';
import { FormDialog } from '../../shared/form/form-dialog';
import { useCommand } from '../../shared/store';
import { TextField } from '../../shared/form/text-field';
import { toast } from '../../shared/toasts';
import './add-client.scss';
import { bodyOf, type ClientDraft, clientDraft, hasContact, newClient } from './client-draft';
import { ClientFields } from './client-fields';
import { ContactFields } from './contact-fields';
import { InviteToggle } from './invite-toggle';
import { useHasPortal } from './use-has-portal';
import { WebsiteRows } from './website-rows';

interface Props {
	/** As far as it was typed already. */
	readonly name?: string;
	/** Whether the contact is to be invited unless somebody says otherwise. */
	readonly invites?: boolean;
	readonly onMade: ( client: Client ) => void;
	readonly onClose: () => void;
}

/** A new client: a name is enough; a contact, its invitation, details and websites may come later. */
export function AddClient( { name = '', invites: isUsual = true, onMade, onClose }: Props ) {
	const [ isOpen, setOpen ] = useState( false );
	const hasPortal = useHasPortal();
	const invitesWith = ( draft: ClientDraft ) => draft.invite && hasPortal && hasContact( draft );
	const form = useForm( {
		schema: clientDraft,
		initial: { ...newClient(), name, invite: isUsual },
		command: useCommand( 'clients.create' ),
		request: ( draft ) => ( { body: { ...bodyOf( draft ), invite: invitesWith( draft ) } } ),
		onDone: ( client ) => {
			toast(
				invites
					? __( 'Client created. The invitation is on its way.', 'counterfoil' )
					: __( 'Client created.', 'counterfoil' )
			);
			onMade( client );
		},
	} );
	const { values, set } = form;
	const invites = invitesWith( values );
	return (
		<FormDialog
			title={ __( 'Create client', 'counterfoil' ) }
			button={ invites ? __( 'Create client and invite', 'counterfoil' ) : __( 'Create client', 'counterfoil' ) }
			form={ form }
			onClose={ onClose }
		>
			<TextField
				label={ __( 'Client name', 'counterfoil' ) }
				help={ __( 'The company or person you bill.', 'counterfoil' ) }
				autoComplete="off"
				{ ...form.field( 'name' ) }
			/>
			<fieldset className="counterfoil-form counterfoil-fieldset">
				<legend>{ __( 'Contact (optional)', 'counterfoil' ) }</legend>
				<ContactFields contact={ form.part( 'contact' ) } />
			</fieldset>
			<InviteToggle
				help={ __(
					'They’ll get an email to choose a password. You can also invite them later.',
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
					<ClientFields client={ form } />
					<WebsiteRows client={ form } />
				</div>
			</details>
		</FormDialog>
	);
}

/** What is folded away must not hide why the client can't be added. */
function hasErrorInside( { values, errorOf }: FormPart< ClientDraft > ): boolean {
	return [
		...( [ 'email', 'phone', 'tax_id', 'currency', 'locale' ] as const ).map( ( name ) => errorOf( name ) ),
		...Object.keys( values.address ).map( ( name ) => errorOf( 'address', name ) ),
		...values.websites.flatMap( ( _site, at ) => [
			errorOf( 'websites', at, 'name' ),
			errorOf( 'websites', at, 'url' ),
		] ),
	].some( ( error ) => error !== undefined );
}
