import { CheckboxControl } from '@wordpress/components';
import { __, _n, sprintf } from '@wordpress/i18n';
import { boot } from '../../shared/boot';
import './invite-too.scss';

interface Props {
	/** Recipients who can't open the portal. */
	readonly addresses: readonly string[];
	/** Whether the email's button opens the invoice without a login. */
	readonly byLink: boolean;
	readonly checked: boolean;
	readonly onChange: ( invite: boolean ) => void;
}

const cannotPay = ( { length }: readonly string[], names: string ) =>
	sprintf(
		/* translators: %s: e-mail addresses */
		_n(
			'%s doesn’t have portal access and can’t pay online. The email explains how to pay another way.',
			'%s don’t have portal access and can’t pay online. The email explains how to pay another way.',
			length,
			'counterfoil'
		),
		names
	);

const opensByLink = ( { length }: readonly string[], names: string ) =>
	sprintf(
		/* translators: %s: e-mail addresses */
		_n(
			'%s doesn’t have portal access, but can open this invoice with the link in the email.',
			'%s don’t have portal access, but can open this invoice with the link in the email.',
			length,
			'counterfoil'
		),
		names
	);

/** Says who can't log in, or can't pay online at all, and offers to invite them in the same step. */
export function InviteToo( { addresses, byLink, checked, onChange }: Props ) {
	if ( addresses.length === 0 ) {
		return null;
	}
	return (
		<div className="counterfoil-invite-too">
			<p>{ ( byLink ? opensByLink : cannotPay )( addresses, addresses.join( ', ' ) ) }</p>
			{ boot().can.manageClients && (
				<CheckboxControl
					__nextHasNoMarginBottom
					label={ __( 'Also invite', 'counterfoil' ) }
					help={
						byLink
							? __(
									'They’ll also get an invitation to the portal with all of their invoices.',
									'counterfoil'
								)
							: __(
									'They’ll also get an invitation so they can view and pay the invoice online.',
									'counterfoil'
								)
					}
					checked={ checked }
					onChange={ onChange }
				/>
			) }
		</div>
	);
}
