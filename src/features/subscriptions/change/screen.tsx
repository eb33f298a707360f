import { Button, RadioControl } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import { useParams } from 'wouter';
import type { Subscription } from '../../../contract/subscriptions/subscription';
import { boot } from '../../../shared/boot';
import { formatDay } from '../../../shared/dates';
import { EmptyState } from '../../../shared/empty-state';
import { FormFrame } from '../../../shared/form/form-frame';
import { useForm } from '../../../shared/form/use-form';
import { Loaded } from '../../../shared/loaded';
import { navigate } from '../../../shared/location';
import { NotFound } from '../../../shared/not-found';
import { Page } from '../../../shared/page';
import { Problem } from '../../../shared/problem';
import { useCommand, useRead } from '../../../shared/store';
import { toast } from '../../../shared/toasts';
import { Items } from '../start/items';
import { Rhythm } from '../start/schedule';
import '../start/start.scss';
import './change.scss';
import { type ChangeDraft, changeOf, draftOf, typedChange } from './draft';
import { Summary } from './summary';

/** Other plans, quantities, prices, or another rhythm: "/subscriptions/12/change". */
export default function ChangeScreen() {
	const { id = '' } = useParams< { id: string } >();
	return /^[1-9]\d*$/.test( id ) ? <Existing id={ Number( id ) } /> : <NotFound />;
}

function Existing( { id }: { readonly id: number } ) {
	const read = useRead( 'subscriptions.get', { params: { id } } );
	return (
		<Page
			title={ __( 'Change subscription', 'counterfoil' ) }
			back={ { href: `/subscriptions/${ id }`, label: read.data?.name ?? __( 'Subscription', 'counterfoil' ) } }
		>
			{ boot().can.bill ? (
				<Loaded read={ read }>{ ( subscription ) => <ChangeForm subscription={ subscription } /> }</Loaded>
			) : (
				<EmptyState
					title={ __( 'You can’t change subscriptions', 'counterfoil' ) }
					text={ __( 'Ask a site administrator to give you access.', 'counterfoil' ) }
				/>
			) }
		</Page>
	);
}

function ChangeForm( { subscription }: { readonly subscription: Subscription } ) {
	const { id } = subscription;
	const form = useForm( {
		schema: typedChange,
		initial: draftOf( subscription ),
		command: useCommand( 'subscriptions.change' ),
		request: ( draft: ChangeDraft ) => ( { params: { id }, body: changeOf( draft ) } ),
		onDone: () => {
			form.reset( form.values );
			toast(
				form.values.when === 'now'
					? __( 'Subscription changed.', 'counterfoil' )
					: __( 'Change planned.', 'counterfoil' )
			);
			navigate( `/subscriptions/${ id }`, { replace: true } );
		},
		guard: true,
	} );
	return (
		<FormFrame form={ form } className="counterfoil-form counterfoil-start">
			<Problem error={ form.error } />
			<Items form={ form } hasSetupFee={ false } />
			<section
				className="counterfoil-panel counterfoil-panel--spaced"
				aria-labelledby="counterfoil-change-schedule"
			>
				<h2 id="counterfoil-change-schedule">{ __( 'Schedule', 'counterfoil' ) }</h2>
				<div className="counterfoil-form__row">
					<Rhythm form={ form } />
				</div>
				<RadioControl
					label={ __( 'When does it change?', 'counterfoil' ) }
					selected={ form.values.when }
					options={ [
						{
							value: 'now',
							label: __( 'Now', 'counterfoil' ),
							description: __(
								'Days that were invoiced and aren’t used are credited, and invoiced again at the new price.',
								'counterfoil'
							),
						},
						{
							value: 'next',
							label: __( 'From the next period', 'counterfoil' ),
							description: nextPeriod( subscription ),
						},
					] }
					onChange={ ( when ) => form.set( { when: when as ChangeDraft[ 'when' ] } ) }
				/>
			</section>
			<Summary subscription={ subscription } draft={ form.values } />
			<div className="counterfoil-form__actions">
				<Button
					type="submit"
					variant="primary"
					isBusy={ form.isBusy }
					disabled={ form.isBusy || ! form.isChanged }
					accessibleWhenDisabled
					__next40pxDefaultSize
				>
					{ __( 'Change subscription', 'counterfoil' ) }
				</Button>
			</div>
		</FormFrame>
	);
}

function nextPeriod( { state, next_on: nextOn }: Subscription ): string {
	if ( nextOn !== null ) {
		return sprintf(
			/* translators: %s: date */
			__( 'It starts on %s. Until then you can withdraw the change.', 'counterfoil' ),
			formatDay( nextOn )
		);
	}
	return state === 'paused'
		? __( 'It starts once the subscription is resumed.', 'counterfoil' )
		: __( 'No further period will be invoiced.', 'counterfoil' );
}
