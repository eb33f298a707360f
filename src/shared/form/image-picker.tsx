import { Button } from '@wordpress/components';
import { __ } from '@wordpress/i18n';

/** WordPress' media library, as the page brings it (wp_enqueue_media). */
interface MediaFrame {
	on: ( event: 'select', callback: () => void ) => void;
	open: () => void;
	state: () => {
		get: ( name: 'selection' ) => {
			first: () => {
				toJSON: () => { id: number; url: string; alt: string; sizes?: { medium?: { url: string } } };
			};
		};
	};
}
interface WithMedia {
	wp?: {
		media?: ( options: {
			title: string;
			library: { type: readonly string[] };
			multiple: false;
			button: { text: string };
		} ) => MediaFrame;
	};
}

export interface PickedImage {
	readonly id: number;
	readonly url: string;
	readonly alt: string;
}

interface Props {
	readonly id?: string;
	readonly image: PickedImage | null;
	/** Title of the library's window: "Choose a logo". */
	readonly title: string;
	/** MIME types that can be chosen. */
	readonly types?: readonly string[];
	readonly onChange: ( image: PickedImage | null ) => void;
}

/** An image of the media library: chosen, shown, changed, taken away. */
export function ImagePicker( { id, image, title, types = [ 'image' ], onChange }: Props ) {
	const choose = () => {
		const frame = ( window as unknown as WithMedia ).wp?.media?.( {
			title,
			library: { type: types },
			multiple: false,
			button: { text: __( 'Use this image', 'counterfoil' ) },
		} );
		frame?.on( 'select', () => {
			const chosen = frame.state().get( 'selection' ).first().toJSON();
			onChange( { id: chosen.id, url: chosen.sizes?.medium?.url ?? chosen.url, alt: chosen.alt } );
		} );
		frame?.open();
	};
	const label = image ? __( 'Change image', 'counterfoil' ) : __( 'Choose image', 'counterfoil' );
	return (
		<div className="counterfoil-image-picker">
			{ image && <img src={ image.url } alt={ image.alt } /> }
			<div className="counterfoil-image-picker__actions">
				{ /* The field's label would otherwise be its whole name, and nobody could call it by what it says. */ }
				<Button id={ id } aria-label={ label } variant="secondary" onClick={ choose } __next40pxDefaultSize>
					{ label }
				</Button>
				{ image && (
					<Button variant="tertiary" isDestructive onClick={ () => onChange( null ) } __next40pxDefaultSize>
						{ __( 'Remove', 'counterfoil' ) }
					</Button>
				) }
			</div>
		</div>
	);
}
