import { DropdownMenu, MenuGroup, MenuItem } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import { moreVertical } from '@wordpress/icons';
import type { Contact } from '../../../contract/clients';
import { useConfirm } from '../../../shared/confirm';
import type { ContactAccess } from './use-contact-access';

interface Props {
	readonly contact: Contact;
	readonly access: ContactAccess;
	readonly onEdit: () => void;
}

/** What can be done with a contact, as far as its access allows it. */
export function ContactMenu( { contact, access, onEdit }: Props ) {
	const { ask, dialog } = useConfirm();
	const askSuspend = () =>
		ask( {
			text: sprintf(
				/* translators: %s: name of a person */
				__( '%s is logged out at once, everywhere, and can’t log in until you restore access.', 'counterfoil' ),
				contact.name
			),
			button: __( 'Suspend access', 'counterfoil' ),
			onConfirm: access.suspend,
		} );
	const askRemove = () =>
		ask( {
			text: sprintf(
				/* translators: %s: name of a person */
				__(
					'Remove %s? They lose access at once and get no more invoices. This can’t be undone.',
					'counterfoil'
				),
				contact.name
			),
			button: __( 'Remove contact', 'counterfoil' ),
			onConfirm: access.remove,
		} );
	return (
		<>
			<DropdownMenu
				icon={ moreVertical }
				label={ sprintf(
					/* translators: %s: name of a person */
					__( 'Actions for %s', 'counterfoil' ),
					contact.name
				) }
			>
				{ ( { onClose }: { onClose: () => void } ) => {
					const item = ( label: string, run: () => void, isDestructive = false ) => (
						<MenuItem
							isDestructive={ isDestructive }
							onClick={ () => {
								onClose();
								run();
							} }
						>
							{ label }
						</MenuItem>
					);
					return (
						<MenuGroup>
							{ item( __( 'Edit', 'counterfoil' ), onEdit ) }
							{ contact.access === 'none' && item( __( 'Invite', 'counterfoil' ), access.invite ) }
							{ contact.access === 'invited' &&
								item( __( 'Resend invitation', 'counterfoil' ), access.invite ) }
							{ contact.access === 'invited' &&
								item( __( 'Revoke invitation', 'counterfoil' ), access.revoke ) }
							{ contact.access === 'active' &&
								item( __( 'Suspend access', 'counterfoil' ), askSuspend, true ) }
							{ contact.access === 'suspended' &&
								item( __( 'Restore access', 'counterfoil' ), access.restore ) }
							{ item( __( 'Remove', 'counterfoil' ), askRemove, true ) }
						</MenuGroup>
					);
				} }
			</DropdownMenu>
			{ dialog }
		</>
	);
}
