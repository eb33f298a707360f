import { Icon } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { archive, caution, check, notAllowed, scheduled } from '@wordpress/icons';
import type { CouponState } from '../../contract/coupons';

const looks: Record< CouponState, { icon: typeof check; look: string; label: () => string } > = {
	active: { icon: check, look: 'paid', label: () => __( 'Active', 'counterfoil' ) },
	scheduled: { icon: scheduled, look: 'due', label: () => __( 'Scheduled', 'counterfoil' ) },
	expired: { icon: caution, look: 'void', label: () => __( 'Expired', 'counterfoil' ) },
	used_up: { icon: notAllowed, look: 'void', label: () => __( 'Used up', 'counterfoil' ) },
	archived: { icon: archive, look: 'void', label: () => __( 'Archived', 'counterfoil' ) },
};

/** Icon, word and colour. */
export function CouponStateBadge( { state }: { readonly state: CouponState } ) {
	const { icon, look, label } = looks[ state ];
	return (
		<span className={ `counterfoil-state is-${ look }` }>
			<Icon icon={ icon } size={ 18 } />
			{ label() }
		</span>
	);
}
