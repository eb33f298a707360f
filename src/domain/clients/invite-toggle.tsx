import { ToggleControl } from '@wordpress/components';
import { __ } from '@wordpress/i18n';

interface Props {
	readonly checked: boolean;
	readonly onChange: ( invite: boolean ) => void;
	/** What inviting means here, while it is possible. */
	readonly help: string;
	readonly hasPortal: boolean;
	readonly disabled?: boolean;
}

/** Invite now, or later: without the portal's pages the mailed link would lead nowhere. */
export function InviteToggle( { checked, onChange, help, hasPortal, disabled = false }: Props ) {
	return (
		<ToggleControl
			__nextHasNoMarginBottom
			label={ __( 'Invite to the portal now', 'counterfoil' ) }
			help={
				hasPortal
					? help
					: __(
							'The portal has no pages yet. Create them under Settings > Portal, then invite your contacts.',
							'counterfoil'
						)
			}
			checked={ checked }
			disabled={ disabled || ! hasPortal }
			onChange={ onChange }
		/>
	);
}
