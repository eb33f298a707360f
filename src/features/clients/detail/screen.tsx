import { lazy, Suspense } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { useParams } from 'wouter';
import { BillClient } from '../../../domain/invoices/bill-client';
import { StartSubscription } from '../../../domain/subscriptions/start-subscription';
import type { Client } from '../../../contract/clients';
import { Loading } from '../../../shared/loading';
import { NotFound } from '../../../shared/not-found';
import { Page } from '../../../shared/page';
import { PageTabs } from '../../../shared/page-tabs';
import { Pending } from '../../../shared/pending';
import { Problem } from '../../../shared/problem';
import { useRead } from '../../../shared/store';
import { AccessState } from '../../../domain/clients/access-state';
import { Activity } from './activity';
import { Credit } from './credit';
import { Overview } from './overview';
import './screen.scss';
import { Suspended } from './suspended';
import { Websites } from './websites';

/** Loaded when it is looked at: the table weighs more than the rest of the app. */
const Invoices = lazy( () => import( './invoices' ) );
const Statement = lazy( () => import( './statement' ) );
const Products = lazy( () => import( './products' ) );

type Tab = 'overview' | 'products' | 'invoices' | 'credit' | 'statement' | 'websites' | 'activity';

/** One client, in parts that can be linked to: "/clients/12/invoices". */
export default function ClientScreen() {
	const { id = '', tab = 'overview' } = useParams< { id: string; tab?: string } >();
	return /^[1-9]\d{0,15}$/.test( id ) && isTab( tab ) ? (
		<ExistingClient id={ Number( id ) } tab={ tab } />
	) : (
		<NotFound />
	);
}

const isTab = ( text: string ): text is Tab =>
	[ 'overview', 'products', 'invoices', 'credit', 'statement', 'websites', 'activity' ].includes( text );

function ExistingClient( { id, tab }: { readonly id: number; readonly tab: Tab } ) {
	const { data: client, error, reload } = useRead( 'clients.get', { params: { id } } );
	const back = { href: '/clients', label: __( 'Clients', 'counterfoil' ) };
	if ( ! client || error?.status === 404 ) {
		return <Pending title={ __( 'Client', 'counterfoil' ) } back={ back } error={ error } onRetry={ reload } />;
	}
	const place = `/clients/${ id }`;
	return (
		<Page
			title={ client.name }
			back={ back }
			badge={ <AccessState state={ client.access } /> }
			actions={
				<>
					<BillClient clientId={ id } />
					{ tab === 'products' && <StartSubscription clientId={ id } variant="secondary" /> }
				</>
			}
		>
			<Problem error={ error } onRetry={ reload } />
			<Suspended client={ client } />
			<PageTabs
				label={ __( 'Client sections', 'counterfoil' ) }
				current={ tab }
				tabs={ [
					{ id: 'overview', label: __( 'Overview', 'counterfoil' ), href: place },
					{
						id: 'products',
						label: __( 'Products and services', 'counterfoil' ),
						href: `${ place }/products`,
					},
					{ id: 'invoices', label: __( 'Invoices', 'counterfoil' ), href: `${ place }/invoices` },
					{ id: 'credit', label: __( 'Credit balance', 'counterfoil' ), href: `${ place }/credit` },
					{ id: 'statement', label: __( 'Statement', 'counterfoil' ), href: `${ place }/statement` },
					{ id: 'websites', label: __( 'Websites', 'counterfoil' ), href: `${ place }/websites` },
					{ id: 'activity', label: __( 'Activity', 'counterfoil' ), href: `${ place }/activity` },
				] }
			/>
			<Suspense fallback={ <Loading /> }>{ partOf( client, tab ) }</Suspense>
		</Page>
	);
}

function partOf( client: Client, tab: Tab ) {
	switch ( tab ) {
		case 'overview':
			return <Overview client={ client } />;
		case 'products':
			return <Products clientId={ client.id } />;
		case 'invoices':
			return <Invoices clientId={ client.id } />;
		case 'credit':
			return <Credit client={ client } />;
		case 'statement':
			return <Statement client={ client } />;
		case 'websites':
			return <Websites client={ client } />;
		case 'activity':
			return <Activity clientId={ client.id } />;
	}
}
