import { Button } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { z } from 'zod';
import { planInput, productInput } from '../../../contract/products';
import { useForm } from '../../../shared/form';
import { navigate } from '../../../shared/location';
import { Problem } from '../../../shared/problem';
import { useCommand } from '../../../shared/store';
import { toast } from '../../../shared/toasts';
import { useSubmit } from '../../../shared/use-submit';
import { newPlan, type PlanDraft, PlanFields } from '../../../domain/products/plan-fields';
import { ProductFields } from './product-fields';

const newProduct = productInput.extend( { plans: z.array( planInput ) } );
type Input = z.input< typeof newProduct >;
type Draft = Omit< Input, 'plans' > & { plans: PlanDraft[] };

/** A product with its first plans, in one go. */
export function NewProduct() {
	const form = useForm< Draft >( newProduct as never, {
		name: '',
		description: '',
		image_id: null,
		// Most products have one plan, and nobody wants to think of a name for it.
		plans: [ { ...newPlan(), name: __( 'Standard', 'counterfoil' ) } ],
	} );
	const create = useCommand( 'products.create' );
	const { plans } = form.values;
	const { onSubmit } = useSubmit(
		form,
		create,
		() => ( { body: form.values as Input } ),
		( product ) => {
			form.reset( form.values );
			toast( __( 'Product added.', 'counterfoil' ) );
			navigate( `/products/${ product.id }` );
		}
	);
	const setPlan = ( index: number, changes: Partial< PlanDraft > ) =>
		form.set( { plans: plans.map( ( plan, at ) => ( at === index ? { ...plan, ...changes } : plan ) ) } );

	return (
		<form className="counterfoil-form" noValidate onSubmit={ onSubmit }>
			<Problem error={ create.error } />
			<ProductFields
				values={ form.values }
				initialImage={ null }
				errorOf={ form.errorOf }
				onChange={ form.set }
			/>
			{ plans.map( ( plan, index ) => (
				<fieldset key={ index } className="counterfoil-panel counterfoil-new-plan">
					<legend className="screen-reader-text">{ __( 'Plan', 'counterfoil' ) }</legend>
					<PlanFields
						plan={ plan }
						errorOf={ ( ...path ) => form.errorOf( 'plans', index, ...path ) }
						onChange={ ( changes ) => setPlan( index, changes ) }
					/>
					{ plans.length > 1 && (
						<Button
							variant="tertiary"
							isDestructive
							onClick={ () => form.set( { plans: plans.filter( ( _plan, at ) => at !== index ) } ) }
							__next40pxDefaultSize
						>
							{ __( 'Remove this plan', 'counterfoil' ) }
						</Button>
					) }
				</fieldset>
			) ) }
			<Button
				variant="secondary"
				onClick={ () => form.set( { plans: [ ...plans, newPlan() ] } ) }
				__next40pxDefaultSize
			>
				{ __( 'Add another plan', 'counterfoil' ) }
			</Button>
			<div className="counterfoil-form__actions">
				<Button
					type="submit"
					variant="primary"
					isBusy={ create.isBusy }
					disabled={ create.isBusy }
					__next40pxDefaultSize
				>
					{ __( 'Add product', 'counterfoil' ) }
				</Button>
			</div>
		</form>
	);
}
