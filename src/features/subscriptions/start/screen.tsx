import { Button } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { useSearch } from 'wouter';
import { BillClient } from '../../../domain/invoices/bill-client';
import { boot } from '../../../shared/boot';
import { EmptyState } from '../../../shared/empty-state';
import { FormFrame } from '../../../shared/form/form-frame';
import { useForm } from '../../../shared/form/use-form';
import { Loaded } from '../../../shared/loaded';
import { navigate } from '../../../shared/location';
import { Page } from '../../../shared/page';
import { Problem } from '../../../shared/problem';
import { useCommand, useRead } from '../../../shared/store';
import { toast } from '../../../shared/toasts';
import { type Draft, inputOf, newDraft, typedSubscription } from './draft';
import { Items } from './items';
import { PeriodTotal } from './period-total';
import { Schedule } from './schedule';
import './start.scss';
import { Whose } from './whose';

/** A new subscription, of a client that may be known already: "/subscriptions/new?client=12". */
export default function StartScreen() {
	const client = Number( new URLSearchParams( useSearch() ).get( 'client' ) ) || null;
	const settings = useRead( 'invoicing.get', {} );
	return (
		<Page
			title={ __( 'Start subscription', 'counterfoil' ) }
			back={ { href: '/subscriptions', label: __( 'Subscriptions', 'counterfoil' ) } }
			actions={ <BillClient variant="secondary" /> }
		>
			{ boot().can.bill ? (
				<Loaded read={ settings }>
					{ ( { tax_mode: mode } ) => <StartForm initial={ newDraft( client, boot().currency, mode ) } /> }
				</Loaded>
			) : (
				<EmptyState
					title={ __( 'You can’t start subscriptions', 'counterfoil' ) }
					text={ __( 'Ask a site administrator to give you access.', 'counterfoil' ) }
				/>
			) }
		</Page>
	);
}

function StartForm( { initial }: { readonly initial: Draft } ) {
	const form = useForm( {
		schema: typedSubscription,
		initial,
		command: useCommand( 'subscriptions.start' ),
		request: ( draft: Draft ) => ( { body: inputOf( draft ) } ),
		onDone: ( { id } ) => {
			form.reset( form.values );
			toast( __( 'Subscription started.', 'counterfoil' ) );
			navigate( `/subscriptions/${ id }`, { replace: true } );
		},
		guard: true,
	} );
	return (
		<FormFrame form={ form } className="counterfoil-form counterfoil-start">
			<Problem error={ form.error } />
			<Whose form={ form } isFirst={ initial.client_id === null } />
			<Items form={ form } />
			<Schedule form={ form } />
			<PeriodTotal form={ form } />
			<div className="counterfoil-form__actions">
				<Button
					type="submit"
					variant="primary"
					isBusy={ form.isBusy }
					disabled={ form.isBusy }
					accessibleWhenDisabled
					__next40pxDefaultSize
				>
					{ __( 'Start subscription', 'counterfoil' ) }
				</Button>
			</div>
		</FormFrame>
	);
}
