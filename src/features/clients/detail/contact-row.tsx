import { Button } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import type { Contact } from '../../../contract/clients';
import { boot } from '../../../shared/boot';
import { formatMoment } from '../../../shared/dates';
import { Problem } from '../../../shared/problem';
import { AccessState } from '../../../domain/clients/access-state';
import { ContactMenu } from './contact-menu';
import { EditContact } from './edit-contact';
import { useContactAccess } from './use-contact-access';

/** What is known about somebody's access, in a sentence. */
function since( { access, invitation_expires_at: end, last_login_at: login }: Contact ): string {
	switch ( access ) {
		case 'none':
			return __( 'Gets invoices by mail.', 'counterfoil' );
		case 'invited':
			return end
				? sprintf(
						/* translators: %s: date and time */
						__( 'The invitation is valid until %s.', 'counterfoil' ),
						formatMoment( end )
					)
				: __( 'The invitation has expired.', 'counterfoil' );
		case 'active':
			return login
				? sprintf(
						/* translators: %s: date and time */
						__( 'Last logged in %s.', 'counterfoil' ),
						formatMoment( login )
					)
				: __( 'Has not logged in yet.', 'counterfoil' );
		case 'suspended':
			return __( 'Can’t log in at present.', 'counterfoil' );
	}
}

export function ContactRow( { contact }: { readonly contact: Contact } ) {
	const [ isEditing, setEditing ] = useState( false );
	const access = useContactAccess( contact );
	return (
		<li className="counterfoil-contacts__row">
			<span className="counterfoil-contacts__who">
				<strong>{ contact.name }</strong>
				<a href={ `mailto:${ contact.email }` }>{ contact.email }</a>
				<span className="counterfoil-contacts__quiet">{ contact.role.name }</span>
			</span>
			<span className="counterfoil-contacts__access">
				<AccessState state={ contact.access } />
				<span className="counterfoil-contacts__quiet">{ since( contact ) }</span>
			</span>
			{ boot().can.manageClients && (
				<span className="counterfoil-contacts__actions">
					{ ( contact.access === 'none' || contact.access === 'invited' ) && (
						<Button
							variant="secondary"
							isBusy={ access.isBusy }
							disabled={ access.isBusy }
							onClick={ access.invite }
							__next40pxDefaultSize
						>
							{ contact.access === 'none'
								? __( 'Invite', 'counterfoil' )
								: __( 'Resend invitation', 'counterfoil' ) }
						</Button>
					) }
					<ContactMenu contact={ contact } access={ access } onEdit={ () => setEditing( true ) } />
				</span>
			) }
			<Problem error={ access.error } onDismiss={ access.clearError } />
			{ isEditing && <EditContact contact={ contact } onClose={ () => setEditing( false ) } /> }
		</li>
	);
}
