import { Button } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import type { Contact } from '../../../contract/clients';
import { contactActions, invite } from '../../../domain/clients/contact-actions';
import { useHasPortal } from '../../../domain/clients/use-has-portal';
import { eligible, labelOf } from '../../../shared/actions/action';
import { ActionMenu } from '../../../shared/actions/action-menu';
import { useActions } from '../../../shared/actions/use-actions';
import { formatMoment } from '../../../shared/dates';
import { Problem } from '../../../shared/problem';
import { AccessState } from '../../../domain/clients/access-state';

/** What is known about somebody's access, in a sentence. */
function since( { access, invitation_expires_at: end, last_login_at: login }: Contact ): string {
	switch ( access ) {
		case 'none':
			return __( 'Gets invoices by email.', 'counterfoil' );
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
				: __( 'Hasn’t logged in yet.', 'counterfoil' );
		case 'suspended':
			return __( 'Access is suspended.', 'counterfoil' );
	}
}

interface Props {
	readonly contact: Contact;
	/** Of the client. */
	readonly portalId: number;
}

export function ContactRow( { contact, portalId }: Props ) {
	const started = useActions< Contact >();
	// Without the portal's pages the mailed link would lead nowhere.
	const hasPortal = useHasPortal( portalId );
	const actions = hasPortal ? contactActions : contactActions.filter( ( action ) => action !== invite );
	const canInvite = hasPortal && invite.isEligible( contact );
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
			{ eligible( actions, contact ).length > 0 && (
				<span className="counterfoil-contacts__actions">
					{ canInvite && (
						<Button
							variant="secondary"
							isBusy={ started.isBusy }
							disabled={ started.isBusy }
							onClick={ () => started.start( invite, [ contact ] ) }
							__next40pxDefaultSize
						>
							{ labelOf( invite, [ contact ] ) }
						</Button>
					) }
					<ActionMenu
						item={ contact }
						actions={ actions }
						/* translators: %s: name of a person */
						label={ sprintf( __( 'Actions for %s', 'counterfoil' ), contact.name ) }
						started={ started }
					/>
				</span>
			) }
			<Problem error={ started.error } onDismiss={ started.clearError } />
			{ started.dialog }
		</li>
	);
}
