import { lazy } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { BillClient } from './domain/invoices/bill-client';
import { type SettingsPage, SettingsScreen } from './shared/settings/screen';

/** Each noun's settings, in the order of their tabs. */
const pages: readonly SettingsPage[] = [
	{
		id: 'business',
		label: () => __( 'Business profile', 'counterfoil' ),
		Content: lazy( () => import( './features/business/settings' ) ),
	},
	{
		id: 'taxes',
		label: () => __( 'Taxes and bank accounts', 'counterfoil' ),
		Content: lazy( () => import( './features/business/taxes' ) ),
	},
	{
		id: 'payments',
		label: () => __( 'Payments', 'counterfoil' ),
		Content: lazy( () => import( './features/gateways/settings' ) ),
	},
	{
		id: 'invoices',
		label: () => __( 'Invoices', 'counterfoil' ),
		Content: lazy( () => import( './features/invoices/settings/settings' ) ),
	},
	{
		id: 'subscriptions',
		label: () => __( 'Subscriptions', 'counterfoil' ),
		Content: lazy( () => import( './features/subscriptions/settings' ) ),
	},
	{
		id: 'design',
		label: () => __( 'Document design', 'counterfoil' ),
		Content: lazy( () => import( './features/documents/design' ) ),
	},
	{
		id: 'numbers',
		label: () => __( 'Numbers', 'counterfoil' ),
		Content: lazy( () => import( './features/documents/numbers' ) ),
	},
	{
		id: 'emails',
		label: () => __( 'Emails', 'counterfoil' ),
		Content: lazy( () => import( './features/emails/settings' ) ),
	},
	{
		id: 'reminders',
		label: () => __( 'Reminders', 'counterfoil' ),
		Content: lazy( () => import( './features/reminders/settings' ) ),
	},
	{
		id: 'portal',
		label: () => __( 'Portal', 'counterfoil' ),
		Content: lazy( () => import( './features/portals/settings' ) ),
	},
	{
		id: 'security',
		label: () => __( 'Security', 'counterfoil' ),
		Content: lazy( () => import( './features/identity/settings' ) ),
	},
	{
		id: 'status',
		label: () => __( 'Status', 'counterfoil' ),
		Content: lazy( () => import( './features/upkeep/status' ) ),
	},
];

export default function Settings() {
	return <SettingsScreen pages={ pages } actions={ <BillClient variant="secondary" /> } />;
}
