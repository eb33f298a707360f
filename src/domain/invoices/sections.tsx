import { __ } from '@wordpress/i18n';
import { PageTabs } from '../../shared/page-tabs';

/** The lists of documents, beside each other. */
export function DocumentSections( { current }: { readonly current: 'invoices' | 'credit-notes' } ) {
	return (
		<PageTabs
			label={ __( 'Documents', 'counterfoil' ) }
			current={ current }
			tabs={ [
				{ id: 'invoices', label: __( 'Invoices', 'counterfoil' ), href: '/invoices' },
				{ id: 'credit-notes', label: __( 'Credit notes', 'counterfoil' ), href: '/credit-notes' },
			] }
		/>
	);
}
