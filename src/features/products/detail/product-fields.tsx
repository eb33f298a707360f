import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { Field } from '../../../shared/form/field';
import { ImagePicker, type PickedImage } from '../../../shared/form/image-picker';
import type { FormPart } from '../../../shared/form/part';
import { TextArea } from '../../../shared/form/text-area';
import { TextField } from '../../../shared/form/text-field';

interface Values {
	name: string;
	description: string;
	image_id: number | null;
}

interface Props {
	readonly product: FormPart< Values >;
	/** The one that `image_id` is at first. */
	readonly initialImage: PickedImage | null;
}

/** Name, description and image: the same for a new product and one that is there. */
export function ProductFields( { product, initialImage }: Props ) {
	const [ image, setImage ] = useState( initialImage );
	return (
		<>
			<TextField label={ __( 'Name', 'counterfoil' ) } { ...product.field( 'name' ) } />
			<TextArea
				label={ __( 'Description', 'counterfoil' ) }
				help={ __( 'For internal use and pricing tables. Doesn’t appear on invoices.', 'counterfoil' ) }
				rows={ 4 }
				{ ...product.field( 'description' ) }
			/>
			<Field label={ __( 'Image', 'counterfoil' ) } error={ product.errorOf( 'image_id' ) }>
				<ImagePicker
					title={ __( 'Choose a product image', 'counterfoil' ) }
					image={ image }
					onChange={ ( chosen ) => {
						setImage( chosen );
						product.set( { image_id: chosen?.id ?? null } );
					} }
				/>
			</Field>
		</>
	);
}
