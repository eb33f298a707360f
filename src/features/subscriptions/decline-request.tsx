import { __ } from '@wordpress/i18n';
import { declineInput, type SubscriptionRequest } from '../../contract/subscriptions/requests';
import { FormDialog } from '../../shared/form/form-dialog';
import { TextArea } from '../../shared/form/text-area';
import { useForm } from '../../shared/form/use-form';
import { useCommand } from '../../shared/store';
import { toast } from '../../shared/toasts';

interface Props {
	readonly request: SubscriptionRequest;
	readonly onClose: () => void;
	readonly onDone: () => void;
}

/** Says no, in words. */
export function DeclineRequest( { request, onClose, onDone }: Props ) {
	const form = useForm( {
		schema: declineInput,
		initial: { answer: '' },
		command: useCommand( 'subscription-requests.decline' ),
		request: ( body ) => ( { params: { id: request.id }, body } ),
		onDone: () => {
			toast( __( 'Request declined.', 'counterfoil' ) );
			onClose();
			onDone();
		},
	} );
	return (
		<FormDialog
			title={ __( 'Decline cancellation request', 'counterfoil' ) }
			button={ __( 'Decline request', 'counterfoil' ) }
			form={ form }
			onClose={ onClose }
		>
			<p className="counterfoil-confirm">
				{ __( 'The subscription continues. Your client gets your answer by email.', 'counterfoil' ) }
			</p>
			<TextArea
				label={ __( 'Answer', 'counterfoil' ) }
				rows={ 5 }
				maxLength={ 2000 }
				{ ...form.field( 'answer' ) }
			/>
		</FormDialog>
	);
}
