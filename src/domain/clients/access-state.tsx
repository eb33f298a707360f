import { Icon } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { check, envelope, lineDashed, notAllowed } from '@wordpress/icons';
import type { z } from 'zod';
import type { access } from '../../contract/clients';
import './access-state.scss';

export type Access = z.infer< typeof access >;

const looks: Record< Access, { icon: typeof check; label: () => string } > = {
	none: { icon: lineDashed, label: () => __( 'No access', 'counterfoil' ) },
	invited: { icon: envelope, label: () => __( 'Invited', 'counterfoil' ) },
	active: { icon: check, label: () => __( 'Active', 'counterfoil' ) },
	suspended: { icon: notAllowed, label: () => __( 'Suspended', 'counterfoil' ) },
};

export const accessLabel = ( state: Access ) => looks[ state ].label();

/** Whether somebody can log in to the portal: icon, word and colour. */
export function AccessState( { state }: { readonly state: Access } ) {
	const { icon, label } = looks[ state ];
	return (
		<span className={ `counterfoil-state counterfoil-access is-${ state }` }>
			<Icon icon={ icon } size={ 18 } />
			{ label() }
		</span>
	);
}
