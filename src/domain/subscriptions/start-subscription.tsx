import { Button } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { boot } from '../../shared/boot';

interface Props {
	/** The new subscription starts with this client. */
	readonly clientId?: number;
	/** Primary where the screen has no primary of its own. */
	readonly variant?: 'primary' | 'secondary';
}

/** The way to a new subscription; for who may bill. */
export function StartSubscription( { clientId, variant = 'primary' }: Props ) {
	if ( ! boot().can.bill ) {
		return null;
	}
	return (
		<Button
			variant={ variant }
			href={ `#/subscriptions/new${ clientId ? `?client=${ clientId }` : '' }` }
			__next40pxDefaultSize
		>
			{ __( 'Start subscription', 'counterfoil' ) }
		</Button>
	);
}
