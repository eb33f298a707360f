import { Button } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { productInput, type Product } from '../../../contract/catalog';
import { ApiFailure, call } from '../../../shared/api';
import { boot } from '../../../shared/boot';
import { useForm } from '../../../shared/form';
import { Problem } from '../../../shared/problem';
import { refresh } from '../../../shared/store';
import { toast } from '../../../shared/toasts';
import { ProductFields } from './product-fields';

const valuesOf = ( product: Product ) => ( {
	name: product.name,
	description: product.description,
	image_id: product.image?.id ?? null,
} );

/** What a product is called and looks like. */
export function ProductDetails( { product }: { readonly product: Product } ) {
	const form = useForm( productInput, valuesOf( product ) );
	const [ image, setImage ] = useState( product.image );
	const [ failure, setFailure ] = useState< ApiFailure | undefined >();
	const [ isBusy, setBusy ] = useState( false );

	const save = async () => {
		if ( ! form.validate() ) {
			return;
		}
		setBusy( true );
		try {
			const saved = await call( 'products.update', { params: { id: product.id }, body: form.values } );
			form.reset( valuesOf( saved ) );
			setFailure( undefined );
			refresh();
			toast( __( 'Product saved.', 'counterfoil' ) );
		} catch ( thrown ) {
			const error = ApiFailure.from( thrown );
			form.refuse( error );
			setFailure( error );
		}
		setBusy( false );
	};
	return (
		<section className="counterfoil-panel" aria-labelledby="counterfoil-product-details">
			<h2 id="counterfoil-product-details">{ __( 'Details', 'counterfoil' ) }</h2>
			<form
				className="counterfoil-form"
				noValidate
				onSubmit={ ( event ) => {
					event.preventDefault();
					void save();
				} }
			>
				<Problem error={ failure } />
				<ProductFields
					values={ form.values }
					image={ image }
					errorOf={ form.errorOf }
					onChange={ form.set }
					onImage={ setImage }
				/>
				{ boot().can.bill && (
					<div className="counterfoil-form__actions">
						<Button
							type="submit"
							variant="primary"
							isBusy={ isBusy }
							disabled={ isBusy || ! form.isChanged }
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
