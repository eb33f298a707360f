import { Button } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { productInput, type Product } from '../../../contract/products';
import { boot } from '../../../shared/boot';
import { useForm } from '../../../shared/form';
import { Problem } from '../../../shared/problem';
import { useCommand } from '../../../shared/store';
import { toast } from '../../../shared/toasts';
import { useSubmit } from '../../../shared/use-submit';
import { ProductFields } from './product-fields';

const valuesOf = ( product: Product ) => ( {
	name: product.name,
	description: product.description,
	image_id: product.image?.id ?? null,
} );

/** What a product is called and looks like. */
export function ProductDetails( { product }: { readonly product: Product } ) {
	const form = useForm( productInput, valuesOf( product ) );
	const update = useCommand( 'products.update' );
	const { onSubmit } = useSubmit(
		form,
		update,
		() => ( { params: { id: product.id }, body: form.values } ),
		( saved ) => {
			form.reset( valuesOf( saved ) );
			toast( __( 'Product saved.', 'counterfoil' ) );
		}
	);
	return (
		<section className="counterfoil-panel" aria-labelledby="counterfoil-product-details">
			<h2 id="counterfoil-product-details">{ __( 'Details', 'counterfoil' ) }</h2>
			<form className="counterfoil-form" noValidate onSubmit={ onSubmit }>
				<Problem error={ update.error } />
				<ProductFields
					values={ form.values }
					initialImage={ product.image }
					errorOf={ form.errorOf }
					onChange={ form.set }
				/>
				{ boot().can.bill && (
					<div className="counterfoil-form__actions">
						<Button
							type="submit"
							variant="primary"
							isBusy={ update.isBusy }
							disabled={ update.isBusy || ! form.isChanged }
							accessibleWhenDisabled
							__next40pxDefaultSize
						>
							{ __( 'Save product', 'counterfoil' ) }
						</Button>
					</div>
				) }
			</form>
		</section>
	);
}
