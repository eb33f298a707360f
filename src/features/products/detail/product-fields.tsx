import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { Field } from '../../../shared/field';
import { ImagePicker, type PickedImage } from '../../../shared/image-picker';
import { TextField } from '../../../shared/text-field';

interface Values {
	name: string;
	description: string;
	image_id: number | null;
}

interface Props {
	readonly values: Values;
	/** The one that `image_id` is at first. */
	readonly initialImage: PickedImage | null;
	readonly errorOf: ( name: keyof Values ) => string | undefined;
	readonly onChange: ( changes: Partial< Values > ) => void;
}

/** Name, description and image: the same for a new product and one that is there. */
export function ProductFields( { values, initialImage, errorOf, onChange }: Props ) {
	const [ image, setImage ] = useState( initialImage );
	return (
		<>
			<TextField
				label={ __( 'Name', 'counterfoil' ) }
				value={ values.name }
				error={ errorOf( 'name' ) }
				onChange={ ( name ) => onChange( { name } ) }
			/>
			<Field
				label={ __( 'Description', 'counterfoil' ) }
				help={ __( 'For you and for pricing tables; it is not printed on invoices.', 'counterfoil' ) }
				error={ errorOf( 'description' ) }
			>
				<textarea
					rows={ 4 }
					value={ values.description }
					onChange={ ( event ) => onChange( { description: event.target.value } ) }
				/>
			</Field>
			<Field label={ __( 'Image', 'counterfoil' ) } error={ errorOf( 'image_id' ) }>
				<ImagePicker
					title={ __( 'Choose an image of the product', 'counterfoil' ) }
					image={ image }
					onChange={ ( chosen ) => {
						setImage( chosen );
						onChange( { image_id: chosen?.id ?? null } );
					} }
				/>
			</Field>
		</>
	);
}
