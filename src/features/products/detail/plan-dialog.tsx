import { Button, Modal } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { planInput, type Plan, type PlanInput } from '../../../contract/catalog';
import { ApiFailure, call } from '../../../shared/api';
import { useForm } from '../../../shared/form';
import { Problem } from '../../../shared/problem';
import { refresh } from '../../../shared/store';
import { toast } from '../../../shared/toasts';
import { newPlan, type PlanDraft, PlanFields } from './plan-fields';

interface Props {
	readonly productId: number;
	/** Left out for a new one. */
	readonly plan?: Plan;
	readonly onClose: () => void;
}

const draftOf = ( { name, price, type, interval }: Plan ): PlanDraft => ( { name, price, type, interval } );

/** A plan, new or changed. What was invoiced keeps its price: the dialog says so. */
export function PlanDialog( { productId, plan, onClose }: Props ) {
	const form = useForm< PlanDraft >( planInput as never, plan ? draftOf( plan ) : newPlan(), false );
	const [ failure, setFailure ] = useState< ApiFailure | undefined >();
	const [ isBusy, setBusy ] = useState( false );

	const save = async () => {
		if ( ! form.validate() ) {
			return;
		}
		setBusy( true );
		const body = form.values as PlanInput;
		try {
			await ( plan
				? call( 'plans.update', { params: { id: plan.id }, body } )
				: call( 'plans.create', { params: { id: productId }, body } ) );
			refresh();
			toast( plan ? __( 'Plan saved.', 'counterfoil' ) : __( 'Plan added.', 'counterfoil' ) );
			onClose();
		} catch ( thrown ) {
			const error = ApiFailure.from( thrown );
			form.refuse( error );
			setFailure( error );
			setBusy( false );
		}
	};
	return (
		<Modal
			title={ plan ? __( 'Edit plan', 'counterfoil' ) : __( 'New plan', 'counterfoil' ) }
			onRequestClose={ onClose }
			size="medium"
			focusOnMount="firstContentElement"
		>
			<form
				className="counterfoil-form counterfoil-app"
				noValidate
				onSubmit={ ( event ) => {
					event.preventDefault();
					void save();
				} }
			>
				<Problem error={ failure } />
				<PlanFields plan={ form.values } errorOf={ form.errorOf } onChange={ form.set } />
				{ plan?.is_used && (
					<p className="counterfoil-panel__quiet">
						{ __(
							'Invoices that were made with this plan keep the name and price they have.',
							'counterfoil'
						) }
					</p>
				) }
				<div className="counterfoil-form__actions">
					<Button type="submit" variant="primary" isBusy={ isBusy } disabled={ isBusy } __next40pxDefaultSize>
						{ plan ? __( 'Save plan', 'counterfoil' ) : __( 'Add plan', 'counterfoil' ) }
					</Button>
					<Button variant="tertiary" onClick={ onClose } __next40pxDefaultSize>
						{ __( 'Cancel', 'counterfoil' ) }
					</Button>
				</div>
			</form>
		</Modal>
	);
}
