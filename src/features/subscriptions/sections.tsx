import { __ } from '@wordpress/i18n';
import { PageTabs } from '../../shared/page-tabs';

/** The lists of subscriptions. */
export function Sections( { current }: { readonly current: 'subscriptions' | 'price-rises' | 'mrr' | 'forecast' } ) {
	return (
		<PageTabs
			label={ __( 'Subscriptions', 'counterfoil' ) }
			current={ current }
			tabs={ [
				{ id: 'subscriptions', label: __( 'Subscriptions', 'counterfoil' ), href: '/subscriptions' },
				{
					id: 'price-rises',
					label: __( 'Price increases', 'counterfoil' ),
					href: '/subscriptions/price-rises',
				},
				{ id: 'mrr', label: __( 'MRR changes', 'counterfoil' ), href: '/subscriptions/mrr' },
				{ id: 'forecast', label: __( 'Forecast', 'counterfoil' ), href: '/subscriptions/forecast' },
			] }
		/>
	);
}
