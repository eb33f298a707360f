import { CheckboxControl } from '@wordpress/components';
import { __, _n, sprintf } from '@wordpress/i18n';
import { boot } from '../../shared/boot';
import './invite-too.scss';

interface Props {
	/** Recipients who can't open the portal. */
	readonly addresses: readonly string[];
	readonly checked: boolean;
	readonly onChange: ( invite: boolean ) => void;
}

/** Says who can't pay online, and offers to invite them in the same step. */
export function InviteToo( { addresses, checked, onChange }: Props ) {
	if ( addresses.length === 0 ) {
		return null;
	}
	return (
		<div className="counterfoil-invite-too">
			<p>
				{ sprintf(
					/* translators: %s: e-mail addresses */
					_n(
						'%s doesn’t have portal access and can’t pay online. The email explains how to pay another way.',
						'%s don’t have portal access and can’t pay online. The email explains how to pay another way.',
						addresses.length,
						'counterfoil'
					),
					addresses.join( ', ' )
				) }
			</p>
			{ boot().can.manageClients && (
				<CheckboxControl
					__nextHasNoMarginBottom
					label={ __( 'Also invite', 'counterfoil' ) }
					help={ __(
						'They’ll also get an invitation so they can view and pay the invoice online.',
						'counterfoil'
					) }
					checked={ checked }
					onChange={ onChange }
				/>
			) }
		</div>
	);
}
