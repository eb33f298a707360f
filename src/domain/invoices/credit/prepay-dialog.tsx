import { __ } from '@wordpress/i18n';
import type { RequestOf } from '../../../shared/api';
import { FormDialog } from '../../../shared/form/form-dialog';
import { useForm } from '../../../shared/form/use-form';
import { useCommand } from '../../../shared/store';
import { toast } from '../../../shared/toasts';
import { newOfflineMoney, offlineMoney, OfflineMoneyFields } from '../offline-money';

interface Props {
	readonly clientId: number;
	readonly currency: string;
	readonly onClose: () => void;
}

/** Money that came for no invoice yet. */
export function PrepayDialog( { clientId, currency, onClose }: Props ) {
	const form = useForm( {
		schema: offlineMoney,
		initial: newOfflineMoney( { amount: null, currency } ),
		command: useCommand( 'credit.prepay' ),
		request: ( values ) => ( { params: { id: clientId }, body: values as RequestOf< 'credit.prepay' >[ 'body' ] } ),
		onDone: () => {
			toast( __( 'Prepayment recorded.', 'counterfoil' ) );
			onClose();
		},
	} );
	return (
		<FormDialog
			title={ __( 'Record prepayment', 'counterfoil' ) }
			button={ __( 'Record prepayment', 'counterfoil' ) }
			form={ form }
			onClose={ onClose }
		>
			<OfflineMoneyFields form={ form } />
		</FormDialog>
	);
}
