import { __ } from '@wordpress/i18n';
import { planInput, type PlanInput } from '../../../contract/products';
import { useForm } from '../../../shared/form/use-form';
import { FormDialog } from '../../../shared/form/form-dialog';
import { useCommand } from '../../../shared/store';
import { toast } from '../../../shared/toasts';
import { newPlan, PlanFields } from '../../../domain/products/plan-fields';

/** A plan that is not there yet. */
export function NewPlan( { productId, onClose }: { readonly productId: number; readonly onClose: () => void } ) {
	const form = useForm( {
		schema: planInput,
		initial: newPlan(),
		command: useCommand( 'plans.create' ),
		request: ( values ) => ( { params: { id: productId }, body: values as PlanInput } ),
		onDone: () => {
			toast( __( 'Plan added.', 'counterfoil' ) );
			onClose();
		},
	} );
	return (
		<FormDialog
			title={ __( 'Add plan', 'counterfoil' ) }
			button={ __( 'Add plan', 'counterfoil' ) }
			form={ form }
			onClose={ onClose }
		>
			<PlanFields plan={ form } />
		</FormDialog>
	);
}
