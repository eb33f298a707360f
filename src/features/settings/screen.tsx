import { __ } from '@wordpress/i18n';
import { useParams } from 'wouter';
import { boot } from '../../shared/boot';
import { EmptyState } from '../../shared/empty-state';
import { NotFound } from '../../shared/not-found';
import { Page } from '../../shared/page';
import { PageTabs } from '../../shared/page-tabs';
import { BusinessPage } from './business-page';
import { InvoicingPage } from './invoicing-page';
import { PaymentsPage } from './payments-page';
import { PortalPage } from './portal-page';
import './screen.scss';

type Place = 'business' | 'payments' | 'invoices' | 'portal';

/** Settings, a page for each thing. */
export default function SettingsScreen() {
	const { page = 'business' } = useParams< { page?: string } >();
	const tabs: ReadonlyArray< { id: Place; label: string; href: string } > = [
		{ id: 'business', label: __( 'Business profile', 'counterfoil' ), href: '/settings/business' },
		{ id: 'payments', label: __( 'Payments', 'counterfoil' ), href: '/settings/payments' },
		{ id: 'invoices', label: __( 'Invoices', 'counterfoil' ), href: '/settings/invoices' },
		{ id: 'portal', label: __( 'Portal', 'counterfoil' ), href: '/settings/portal' },
	];
	const current = tabs.find( ( { id } ) => id === page );
	if ( ! current ) {
		return <NotFound />;
	}
	return (
		<Page title={ __( 'Settings', 'counterfoil' ) } bill="secondary">
			<PageTabs label={ __( 'Settings', 'counterfoil' ) } tabs={ tabs } current={ current.id } />
			{ boot().can.settings ? (
				<PageOf place={ current.id } />
			) : (
				<EmptyState
					title={ __( 'These are not yours to change', 'counterfoil' ) }
					text={ __( 'Ask an administrator of this site to change settings, or to let you.', 'counterfoil' ) }
				/>
			) }
		</Page>
	);
}

function PageOf( { place }: { readonly place: Place } ) {
	switch ( place ) {
		case 'business':
			return <BusinessPage />;
		case 'payments':
			return <PaymentsPage />;
		case 'invoices':
			return <InvoicingPage />;
		case 'portal':
			return <PortalPage />;
	}
}
