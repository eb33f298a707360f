import { __ } from '@wordpress/i18n';
import { PageTabs } from '../../shared/page-tabs';

/** What is sold, and what makes it cheaper. */
export function ProductTabs( { current }: { readonly current: 'products' | 'coupons' } ) {
	return (
		<PageTabs
			label={ __( 'Products and coupons', 'counterfoil' ) }
			current={ current }
			tabs={ [
				{ id: 'products', label: __( 'Products', 'counterfoil' ), href: '/products' },
				{ id: 'coupons', label: __( 'Coupons', 'counterfoil' ), href: '/products/coupons' },
			] }
		/>
	);
}
