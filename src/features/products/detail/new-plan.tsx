import { __ } from '@wordpress/i18n';
import { planInput, type PlanInput } from '../../../contract/products';
import { useForm } from '../../../shared/form';
import { FormDialog } from '../../../shared/form-dialog';
import { useCommand } from '../../../shared/store';
import { toast } from '../../../shared/toasts';
import { useSubmit } from '../../../shared/use-submit';
import { newPlan, type PlanDraft, PlanFields } from '../../../domain/products/plan-fields';

/** A plan that is not there yet. */
export function NewPlan( { productId, onClose }: { readonly productId: number; readonly onClose: () => void } ) {
	const form = useForm< PlanDraft >( planInput as never, newPlan(), false );
	const create = useCommand( 'plans.create' );
	const { onSubmit } = useSubmit(
		form,
		create,
		() => ( { params: { id: productId }, body: form.values as PlanInput } ),
		() => {
			toast( __( 'Plan added.', 'counterfoil' ) );
			onClose();
		}
	);
	return (
		<FormDialog
			title={ __( 'New plan', 'counterfoil' ) }
			button={ __( 'Add plan', 'counterfoil' ) }
			isBusy={ create.isBusy }
			error={ create.error }
			onSubmit={ onSubmit }
			onClose={ onClose }
		>
			<PlanFields plan={ form.values } errorOf={ form.errorOf } onChange={ form.set } />
		</FormDialog>
	);
}
