import { useState } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';
import type { ClientRow, Contact } from '../../../contract/clients';
import type { ActionModalProps, ItemAction } from '../../../shared/actions/action';
import { ApiFailure, call } from '../../../shared/api';
import { boot } from '../../../shared/boot';
import { BulkDialog } from '../../../shared/bulk/bulk-dialog';
import { Intention } from '../../../shared/intention';
import { perform } from '../../../shared/store';

/** Invites every contact of a client that has no access yet. Who has an invitation keeps it. */
function InviteDialog( { items, onClose }: ActionModalProps< ClientRow > ) {
	const [ open ] = useState( () => new Map< number, Array< { contact: Contact; intention: Intention } > >() );
	const prepare = async ( { id }: ClientRow ) => {
		const { contacts } = await call( 'clients.get', { params: { id } } );
		const uninvited = contacts.filter( ( { access } ) => access === 'none' );
		if ( uninvited.length === 0 ) {
			throw new ApiFailure(
				__( 'All contacts of this client are already invited, or there are none.', 'counterfoil' ),
				'nobody',
				0,
				{}
			);
		}
		open.set(
			id,
			uninvited.map( ( contact ) => ( { contact, intention: new Intention() } ) )
		);
		/* translators: %s: e-mail addresses */
		return sprintf( __( 'to %s', 'counterfoil' ), uninvited.map( ( { email } ) => email ).join( ', ' ) );
	};
	const invite = async ( { id }: ClientRow ) => {
		const contacts = open.get( id ) ?? [];
		const count = contacts.length;
		// Who is invited is crossed off: a try again goes on behind the one that got no answer.
		for ( let next = contacts[ 0 ]; next; next = contacts[ 0 ] ) {
			await perform( 'contacts.invite', { params: { id: next.contact.id } }, next.intention );
			contacts.shift();
		}
		/* translators: %d: number of people */
		return sprintf( _n( '%d invited', '%d invited', count, 'counterfoil' ), count );
	};
	return (
		<BulkDialog
			title={ __( 'Invite to the portal', 'counterfoil' ) }
			text={ __( 'They’ll get an email to choose a password.', 'counterfoil' ) }
			items={ items }
			nameOf={ ( { name } ) => name }
			button={ ( count ) =>
				/* translators: %d: number of clients */
				sprintf( _n( 'Invite %d client', 'Invite %d clients', count, 'counterfoil' ), count )
			}
			prepare={ prepare }
			work={ invite }
			onClose={ onClose }
		/>
	);
}

export const invite: ItemAction< ClientRow > = {
	id: 'invite',
	label: __( 'Invite to the portal…', 'counterfoil' ),
	isEligible: ( { access, contact } ) => boot().can.manageClients && access === 'none' && contact !== null,
	supportsBulk: true,
	RenderModal: InviteDialog,
};
