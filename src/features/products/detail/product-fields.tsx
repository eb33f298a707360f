import { __ } from '@wordpress/i18n';
import { Field } from '../../../shared/field';
import { ImagePicker, type PickedImage } from '../../../shared/image-picker';

interface Values {
	name: string;
	description: string;
	image_id: number | null;
}

interface Props {
	readonly values: Values;
	readonly image: PickedImage | null;
	readonly errorOf: ( name: keyof Values ) => string | undefined;
	readonly onChange: ( changes: Partial< Values > ) => void;
	readonly onImage: ( image: PickedImage | null ) => void;
}

/** Name, description and image: the same for a new product and one that is there. */
export function ProductFields( { values, image, errorOf, onChange, onImage }: Props ) {
	return (
		<>
			<Field label={ __( 'Name', 'counterfoil' ) } error={ errorOf( 'name' ) }>
				<input
					type="text"
					value={ values.name }
					onChange={ ( event ) => onChange( { name: event.target.value } ) }
				/>
			</Field>
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
						onImage( chosen );
						onChange( { image_id: chosen?.id ?? null } );
					} }
				/>
			</Field>
		</>
	);
}
