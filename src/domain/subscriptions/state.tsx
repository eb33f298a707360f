import { Icon } from '@wordpress/components';
import { __, _x } from '@wordpress/i18n';
import { caution, check, notAllowed, scheduled } from '@wordpress/icons';
import type { SubscriptionState } from '../../contract/subscriptions/subscription';

const looks: Record< SubscriptionState, { icon: typeof check; look: string; label: () => string } > = {
	scheduled: { icon: scheduled, look: 'due', label: () => _x( 'Scheduled', 'subscription', 'counterfoil' ) },
	trial: { icon: scheduled, look: 'due', label: () => __( 'Trial', 'counterfoil' ) },
	active: { icon: check, look: 'paid', label: () => _x( 'Active', 'subscription', 'counterfoil' ) },
	overdue: { icon: caution, look: 'overdue', label: () => __( 'Overdue', 'counterfoil' ) },
	paused: { icon: notAllowed, look: 'void', label: () => __( 'Paused', 'counterfoil' ) },
	cancelled: { icon: notAllowed, look: 'void', label: () => _x( 'Canceled', 'subscription', 'counterfoil' ) },
};

/** Icon, word and colour. */
export function SubscriptionBadge( { state }: { readonly state: SubscriptionState } ) {
	const { icon, look, label } = looks[ state ];
	return (
		<span className={ `counterfoil-state is-${ look }` }>
			<Icon icon={ icon } size={ 18 } />
			{ label() }
		</span>
	);
}
