import { Button, Notice } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import type { ReactNode } from 'react';
import { useParams } from 'wouter';
import type { FirstBill, Subscription } from '../../contract/subscriptions';
import { BillClient } from '../../domain/invoices/bill-client';
import { subscriptionActions } from '../../domain/subscriptions/actions';
import { SubscriptionBadge } from '../../domain/subscriptions/state';
import { ActionMenu } from '../../shared/actions/action-menu';
import { ApiFailure } from '../../shared/api';
import { boot } from '../../shared/boot';
import { formatDay } from '../../shared/dates';
import { formatMoney } from '../../shared/money';
import { NotFound } from '../../shared/not-found';
import { Page } from '../../shared/page';
import { Pending } from '../../shared/pending';
import { Problem } from '../../shared/problem';
import { perform, useRead } from '../../shared/store';
import { toast } from '../../shared/toasts';
import { Bills } from './bills';
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
			{ subscription.is_held && <Held id={ id } onDone={ reload } /> }
			<div className="counterfoil-subscription">
				<Bills subscription={ subscription } />
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

function Details( { subscription }: { readonly subscription: Subscription } ) {
	const { client, website, items, amount, rhythm, tax_mode: taxMode } = subscription;
	return (
		<section className="counterfoil-panel" aria-labelledby="counterfoil-subscription-details">
			<h2 id="counterfoil-subscription-details">{ __( 'Details', 'counterfoil' ) }</h2>
			<dl className="counterfoil-subscription__facts">
				<Fact label={ __( 'Client', 'counterfoil' ) }>
					<a href={ `#/clients/${ client.id }` }>{ client.name }</a>
				</Fact>
				{ website && <Fact label={ __( 'Website', 'counterfoil' ) }>{ website.name }</Fact> }
				{ items.map( ( item, index ) => (
					<Fact key={ index } label={ index === 0 ? __( 'Items', 'counterfoil' ) : '' }>
						{ sprintf(
							/* translators: 1: quantity, 2: what it is, 3: amount of money */
							__( '%1$s × %2$s: %3$s', 'counterfoil' ),
							item.quantity,
							item.description,
							formatMoney( item.amount )
						) }
					</Fact>
				) ) }
				<Fact label={ __( 'Amount', 'counterfoil' ) }>
					{ formatMoney( amount ) } { rhythm },{ ' ' }
					{ taxMode === 'inclusive' ? __( 'including tax', 'counterfoil' ) : __( 'plus tax', 'counterfoil' ) }
				</Fact>
				<Day label={ __( 'Started', 'counterfoil' ) } day={ subscription.started_on } />
				<Day label={ __( 'Trial until', 'counterfoil' ) } day={ subscription.trial_until } />
				<Day label={ __( 'Next renewal', 'counterfoil' ) } day={ subscription.next_on } />
				<Day label={ __( 'Resumes on', 'counterfoil' ) } day={ subscription.resume_on } />
				<Day label={ __( 'Ends on', 'counterfoil' ) } day={ subscription.ends_on } />
				<Day label={ __( 'Ended on', 'counterfoil' ) } day={ subscription.ended_on } />
			</dl>
		</section>
	);
}

function Day( { label, day }: { readonly label: string; readonly day: string | null } ) {
	return day === null ? null : <Fact label={ label }>{ formatDay( day ) }</Fact>;
}

function Fact( { label, children }: { readonly label: string; readonly children: ReactNode } ) {
	return (
		<div>
			<dt>{ label }</dt>
			<dd dir="auto">{ children }</dd>
		</div>
	);
}
