import { Button } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { boot } from '../../shared/boot';

interface Props {
	/** The new invoice starts with this client. */
	readonly clientId?: number;
	/** Primary where the screen has no primary of its own. */
	readonly variant?: 'primary' | 'secondary';
}

/** The way to a new invoice, from every screen; for who may make one. */
export function BillClient( { clientId, variant = 'primary' }: Props ) {
	if ( ! boot().can.bill ) {
		return null;
	}
	return (
		<Button
			variant={ variant }
			href={ `#/invoices/new${ clientId ? `?client=${ clientId }` : '' }` }
			__next40pxDefaultSize
		>
			{ __( 'Bill client', 'counterfoil' ) }
		</Button>
	);
}
