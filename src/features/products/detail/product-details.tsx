import { Button } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { productInput, type Product } from '../../../contract/products';
import { boot } from '../../../shared/boot';
import { FormFrame } from '../../../shared/form/form-frame';
import { useForm } from '../../../shared/form/use-form';
import { Problem } from '../../../shared/problem';
import { useCommand } from '../../../shared/store';
import { toast } from '../../../shared/toasts';
import { ProductFields } from './product-fields';

const valuesOf = ( product: Product ) => ( {
	name: product.name,
	description: product.description,
	image_id: product.image?.id ?? null,
} );

/** What a product is called and looks like. */
export function ProductDetails( { product }: { readonly product: Product } ) {
	const form = useForm( {
		schema: productInput,
		initial: valuesOf( product ),
		command: useCommand( 'products.update' ),
		request: ( body ) => ( { params: { id: product.id }, body } ),
		onDone: ( saved ) => {
			form.reset( valuesOf( saved ) );
			toast( __( 'Product saved.', 'counterfoil' ) );
		},
		guard: true,
	} );
	return (
		<section className="counterfoil-panel" aria-labelledby="counterfoil-product-details">
			<h2 id="counterfoil-product-details">{ __( 'Details', 'counterfoil' ) }</h2>
			<FormFrame form={ form } className="counterfoil-form">
				<Problem error={ form.error } />
				<ProductFields product={ form } initialImage={ product.image } />
				{ boot().can.bill && (
					<div className="counterfoil-form__actions">
						<Button
							type="submit"
							variant="primary"
							isBusy={ form.isBusy }
							disabled={ form.isBusy || ! form.isChanged }
							accessibleWhenDisabled
							__next40pxDefaultSize
						>
							{ __( 'Save product', 'counterfoil' ) }
						</Button>
					</div>
				) }
			</FormFrame>
		</section>
	);
}
