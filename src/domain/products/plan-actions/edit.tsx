import { __ } from '@wordpress/i18n';
import { type Plan, planInput, type PlanInput } from '../../../contract/products';
import type { ActionModalProps, ItemAction } from '../../../shared/actions/action';
import { boot } from '../../../shared/boot';
import { useForm } from '../../../shared/form/use-form';
import { FormDialog } from '../../../shared/form/form-dialog';
import { useCommand } from '../../../shared/store';
import { toast } from '../../../shared/toasts';
import { type PlanDraft, PlanFields } from '../plan-fields';

const draftOf = ( plan: Plan ): PlanDraft => {
	const { name, price, type, interval, unit_code, tax_rate_id, trial_days, setup_fee: fee, cycles } = plan;
	return { name, price, type, interval, unit_code, tax_rate_id, trial_days, setup_fee: fee.amount, cycles };
};

/** Name and price can be changed at any time. What was invoiced keeps its own: the dialog says so. */
function EditPlan( { plan, onClose }: { readonly plan: Plan; readonly onClose: () => void } ) {
	const form = useForm( {
		schema: planInput,
		initial: draftOf( plan ),
		command: useCommand( 'plans.update' ),
		request: ( values ) => ( { params: { id: plan.id }, body: values as PlanInput } ),
		onDone: () => {
			toast( __( 'Plan saved.', 'counterfoil' ) );
			onClose();
		},
	} );
	return (
		<FormDialog
			title={ __( 'Edit plan', 'counterfoil' ) }
			button={ __( 'Save plan', 'counterfoil' ) }
			form={ form }
			onClose={ onClose }
		>
			<PlanFields plan={ form } />
			{ plan.is_used && (
				<p className="counterfoil-panel__quiet">
					{ __(
						'Existing invoices and subscriptions keep the plan’s current name and price.',
						'counterfoil'
					) }
				</p>
			) }
		</FormDialog>
	);
}

export const edit: ItemAction< Plan > = {
	id: 'edit',
	label: __( 'Edit', 'counterfoil' ),
	isEligible: () => boot().can.bill,
	RenderModal: ( { items: [ plan ], onClose }: ActionModalProps< Plan > ) =>
		plan ? <EditPlan plan={ plan } onClose={ onClose } /> : null,
};
