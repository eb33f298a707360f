import { __ } from '@wordpress/i18n';
import { boot } from '../../shared/boot';
import { PageTabs } from '../../shared/page-tabs';

/** Money that came, and what banks say of it. */
export function PaymentTabs( { current }: { readonly current: 'payments' | 'statements' } ) {
	if ( ! boot().can.bill ) {
		return null;
	}
	return (
		<PageTabs
			label={ __( 'Payments and bank statements', 'counterfoil' ) }
			current={ current }
			tabs={ [
				{ id: 'payments', label: __( 'Payments', 'counterfoil' ), href: '/payments' },
				{ id: 'statements', label: __( 'Bank statements', 'counterfoil' ), href: '/payments/statements' },
			] }
		/>
	);
}
