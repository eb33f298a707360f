import { Button, Notice } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { useParams } from 'wouter';
import type { FirstBill } from '../../contract/subscriptions';
import { BillClient } from '../../domain/invoices/bill-client';
import { subscriptionActions } from '../../domain/subscriptions/actions';
import { SubscriptionBadge } from '../../domain/subscriptions/state';
import { ActionMenu } from '../../shared/actions/action-menu';
import { ApiFailure } from '../../shared/api';
import { boot } from '../../shared/boot';
import { NotFound } from '../../shared/not-found';
import { Page } from '../../shared/page';
import { Pending } from '../../shared/pending';
import { Problem } from '../../shared/problem';
import { perform, useRead } from '../../shared/store';
import { toast } from '../../shared/toasts';
import { Bills } from './bills';
import { Details } from './details';
import { ForecastPanel } from './forecast-panel';
import { History } from './history';
import { Planned } from './planned';
import { Request } from './request';
import './screen.scss';

const back = () => ( { href: '/subscriptions', label: __( 'Subscriptions', 'counterfoil' ) } );

/** What a client pays again and again, and the bills that were made of it. */
export default function SubscriptionScreen() {
	const { id = '' } = useParams< { id: string } >();
	return /^[1-9]\d*$/.test( id ) ? <Existing id={ Number( id ) } /> : <NotFound />;
}

function Existing( { id }: { readonly id: number } ) {
	const { data: subscription, error, reload } = useRead( 'subscriptions.get', { params: { id } } );
	if ( ! subscription || error?.status === 404 ) {
		return (
			<Pending title={ __( 'Subscription', 'counterfoil' ) } back={ back() } error={ error } onRetry={ reload } />
		);
	}
	return (
		<Page
			title={ subscription.name }
			back={ back() }
			badge={ <SubscriptionBadge state={ subscription.state } /> }
			actions={
				<>
					<ActionMenu
						item={ subscription }
						actions={ subscriptionActions }
						label={ __( 'Actions for this subscription', 'counterfoil' ) }
					/>
					<BillClient variant="secondary" clientId={ subscription.client.id } />
				</>
			}
		>
			<Problem error={ error } onRetry={ reload } />
			{ subscription.request && <Request request={ subscription.request } onDone={ reload } /> }
			{ subscription.planned && <Planned id={ id } planned={ subscription.planned } onDone={ reload } /> }
			{ subscription.is_held && <Held id={ id } onDone={ reload } /> }
			<div className="counterfoil-subscription">
				<div>
					<Bills subscription={ subscription } />
					{ subscription.state !== 'cancelled' && <ForecastPanel id={ id } /> }
					<History id={ id } />
				</div>
				<Details subscription={ subscription } />
			</div>
		</Page>
	);
}

/** More is behind than is billed unasked: the agency says what of it. */
function Held( { id, onDone }: { readonly id: number; readonly onDone: () => void } ) {
	const [ error, setError ] = useState< ApiFailure | undefined >();
	const release = async ( what: FirstBill ) => {
		try {
			await perform( 'subscriptions.release', { params: { id }, body: { what } } );
			toast( __( 'Subscription released.', 'counterfoil' ) );
			onDone();
		} catch ( thrown ) {
			setError( ApiFailure.from( thrown ) );
		}
	};
	return (
		<Notice status="warning" isDismissible={ false }>
			<p>
				{ __(
					'Several periods haven’t been invoiced. Nothing is charged until you choose what to invoice.',
					'counterfoil'
				) }
			</p>
			<Problem error={ error } />
			{ boot().can.bill && (
				<p className="counterfoil-subscription__choices">
					<Button variant="secondary" onClick={ () => void release( 'start' ) } __next40pxDefaultSize>
						{ __( 'Invoice all periods', 'counterfoil' ) }
					</Button>
					<Button variant="secondary" onClick={ () => void release( 'current' ) } __next40pxDefaultSize>
						{ __( 'Invoice the current period', 'counterfoil' ) }
					</Button>
					<Button variant="tertiary" onClick={ () => void release( 'next' ) } __next40pxDefaultSize>
						{ __( 'Start with the next period', 'counterfoil' ) }
					</Button>
				</p>
			) }
		</Notice>
	);
}
