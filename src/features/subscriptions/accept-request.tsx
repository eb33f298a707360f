import { __, sprintf } from '@wordpress/i18n';
import { z } from 'zod';
import type { SubscriptionRequest } from '../../contract/subscriptions/requests';
import { type End, EndFields, endInput, noEnd } from '../../domain/subscriptions/end-fields';
import { formatDay, plusDays } from '../../shared/dates';
import { FormDialog } from '../../shared/form/form-dialog';
import { useForm } from '../../shared/form/use-form';
import { useCommand } from '../../shared/store';
import { toast } from '../../shared/toasts';

interface Props {
	readonly request: SubscriptionRequest;
	readonly onClose: () => void;
	readonly onDone: () => void;
}

/** Says yes, and when it ends: as the client wishes where that can be, else at the end of the period. */
export function AcceptRequest( { request, onClose, onDone }: Props ) {
	const { wished_on: wished, can_end_as_wished: canEndAsWished, period_end_on: periodEnd } = request;
	const initial: End =
		wished !== null && canEndAsWished ? { ...noEnd, when: 'day', on: plusDays( wished, -1 ) } : noEnd;
	const form = useForm( {
		schema: z.looseObject( {} ),
		initial,
		command: useCommand( 'subscription-requests.accept' ),
		request: ( end: End ) => ( { params: { id: request.id }, body: endInput( end ) } ),
		onDone: () => {
			toast( __( 'Subscription canceled.', 'counterfoil' ) );
			onClose();
			onDone();
		},
	} );
	return (
		<FormDialog
			title={ __( 'Accept cancellation request', 'counterfoil' ) }
			button={ __( 'Cancel subscription', 'counterfoil' ) }
			form={ form }
			isDestructive
			onClose={ onClose }
		>
			<p className="counterfoil-confirm">
				{ __( 'Your client is told by email when the subscription ends.', 'counterfoil' ) }
				{ wished !== null && ! canEndAsWished && (
					<> { __( 'The requested day has passed or is in a period that was invoiced.', 'counterfoil' ) }</>
				) }
			</p>
			<EndFields
				id={ request.subscription.id }
				form={ form }
				periodEnd={
					periodEnd === null
						? __( 'No days ahead were invoiced: it ends now.', 'counterfoil' )
						: sprintf(
								/* translators: %s: date */
								__( 'Last day: %s.', 'counterfoil' ),
								formatDay( plusDays( periodEnd, -1 ) )
							)
				}
			/>
		</FormDialog>
	);
}
