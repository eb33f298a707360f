import { Button, Notice } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import type { SubscriptionRequest } from '../../contract/subscriptions/requests';
import { boot } from '../../shared/boot';
import { dayOf, formatDay, plusDays } from '../../shared/dates';
import { AcceptRequest } from './accept-request';
import { DeclineRequest } from './decline-request';

interface Props {
	readonly request: SubscriptionRequest;
	readonly onDone: () => void;
}

/** A client asks to cancel the subscription: who, when, why; and the agency's answer. */
export function Request( { request, onDone }: Props ) {
	const [ answer, setAnswer ] = useState< 'accept' | 'decline' | undefined >();
	const close = () => setAnswer( undefined );
	return (
		<>
			<Notice status="warning" isDismissible={ false } className="counterfoil-problem">
				<strong>{ __( 'Cancellation requested', 'counterfoil' ) }</strong>
				<p>{ `${ asked( request ) } ${ wish( request ) }` }</p>
				{ request.reason && (
					<blockquote className="counterfoil-subscription__reason" dir="auto">
						{ request.reason }
					</blockquote>
				) }
				{ boot().can.bill && (
					<p className="counterfoil-subscription__choices">
						<Button variant="secondary" onClick={ () => setAnswer( 'accept' ) } __next40pxDefaultSize>
							{ __( 'Accept…', 'counterfoil' ) }
						</Button>
						<Button variant="secondary" onClick={ () => setAnswer( 'decline' ) } __next40pxDefaultSize>
							{ __( 'Decline…', 'counterfoil' ) }
						</Button>
					</p>
				) }
			</Notice>
			{ answer === 'accept' && <AcceptRequest request={ request } onClose={ close } onDone={ onDone } /> }
			{ answer === 'decline' && <DeclineRequest request={ request } onClose={ close } onDone={ onDone } /> }
		</>
	);
}

const asked = ( { contact, created_at: moment }: SubscriptionRequest ) =>
	contact === ''
		? sprintf(
				/* translators: %s: date */
				__( 'Received on %s.', 'counterfoil' ),
				formatDay( dayOf( moment ) )
			)
		: sprintf(
				/* translators: 1: name of a person, 2: date */
				__( 'Received from %1$s on %2$s.', 'counterfoil' ),
				contact,
				formatDay( dayOf( moment ) )
			);

const wish = ( { wished_on: day }: SubscriptionRequest ) =>
	day === null
		? __( 'It should end as soon as possible.', 'counterfoil' )
		: sprintf(
				/* translators: %s: date */
				__( 'Requested last day: %s.', 'counterfoil' ),
				formatDay( plusDays( day, -1 ) )
			);
