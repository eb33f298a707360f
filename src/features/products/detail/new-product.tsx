import { Button } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { z } from 'zod';
import { planInput, productInput } from '../../../contract/products';
import { FormFrame } from '../../../shared/form/form-frame';
import { useForm } from '../../../shared/form/use-form';
import { navigate } from '../../../shared/location';
import { Problem } from '../../../shared/problem';
import { useCommand } from '../../../shared/store';
import { toast } from '../../../shared/toasts';
import { newPlan, type PlanDraft, PlanFields } from '../../../domain/products/plan-fields';
import { ProductFields } from './product-fields';

const newProduct = productInput.extend( { plans: z.array( planInput ) } );
type Input = z.input< typeof newProduct >;
type Draft = Omit< Input, 'plans' > & { plans: PlanDraft[] };

/** Into the first field of a plan, once it is on screen. */
const focusPlan = ( index: number ) =>
	requestAnimationFrame( () => document.querySelector< HTMLElement >( `[data-plan="${ index }"] input` )?.focus() );

/** A product with its first plans, in one go. */
export function NewProduct() {
	const initial: Draft = {
		name: '',
		description: '',
		image_id: null,
		// Most products have one plan, and nobody wants to think of a name for it.
		plans: [ { ...newPlan(), name: __( 'Standard', 'counterfoil' ) } ],
	};
	const form = useForm( {
		schema: newProduct,
		initial,
		command: useCommand( 'products.create' ),
		request: ( values ) => ( { body: values as Input } ),
		onDone: ( product ) => {
			form.reset( form.values );
			toast( __( 'Product created.', 'counterfoil' ) );
			navigate( `/products/${ product.id }` );
		},
		guard: true,
	} );
	const { plans } = form.values;

	return (
		<FormFrame form={ form } className="counterfoil-form">
			<Problem error={ form.error } />
			<ProductFields product={ form } initialImage={ null } />
			{ plans.map( ( _plan, index ) => (
				<fieldset key={ index } data-plan={ index } className="counterfoil-panel counterfoil-new-plan">
					<legend className="screen-reader-text">{ __( 'Plan', 'counterfoil' ) }</legend>
					<PlanFields plan={ form.item( 'plans', index ) } />
					{ plans.length > 1 && (
						<Button
							variant="tertiary"
							isDestructive
							onClick={ () => form.set( { plans: plans.filter( ( _other, at ) => at !== index ) } ) }
							__next40pxDefaultSize
						>
							{ __( 'Remove this plan', 'counterfoil' ) }
						</Button>
					) }
				</fieldset>
			) ) }
			<Button
				variant="secondary"
				onClick={ () => {
					form.set( { plans: [ ...plans, newPlan() ] } );
					focusPlan( plans.length );
				} }
				__next40pxDefaultSize
			>
				{ __( 'Add another plan', 'counterfoil' ) }
			</Button>
			<div className="counterfoil-form__actions">
				<Button
					type="submit"
					variant="primary"
					isBusy={ form.isBusy }
					disabled={ form.isBusy }
					__next40pxDefaultSize
				>
					{ __( 'Create product', 'counterfoil' ) }
				</Button>
			</div>
		</FormFrame>
	);
}
