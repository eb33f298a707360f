import { Button } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { Client } from '../../../contract/clients';
import { boot } from '../../../shared/boot';
import { AddContact } from './add-contact';
import { ContactRow } from './contact-row';

/** A client's people and whether they can log in. */
export function Contacts( { client }: { readonly client: Client } ) {
	const [ isAdding, setAdding ] = useState( false );
	return (
		<section className="counterfoil-panel" aria-labelledby="counterfoil-contacts">
			<header className="counterfoil-client__header">
				<h2 id="counterfoil-contacts">{ __( 'Contacts', 'counterfoil' ) }</h2>
				{ boot().can.manageClients && (
					<Button variant="secondary" onClick={ () => setAdding( true ) } __next40pxDefaultSize>
						{ __( 'Add contact', 'counterfoil' ) }
					</Button>
				) }
			</header>
			{ client.contacts.length === 0 && (
				<p className="counterfoil-panel__quiet">
					{ client.email
						? __( 'No one can log in yet. Invoices go to the billing email only.', 'counterfoil' )
						: __( 'Invoices can’t be sent yet. Add a contact or a billing email.', 'counterfoil' ) }
				</p>
			) }
			<ul className="counterfoil-contacts">
				{ client.contacts.map( ( contact ) => (
					<ContactRow key={ contact.id } contact={ contact } portalId={ client.portal_id } />
				) ) }
			</ul>
			{ isAdding && <AddContact client={ client } onClose={ () => setAdding( false ) } /> }
		</section>
	);
}
