import { useEffect, useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { boot } from '../../shared/boot';
import type { PickedImage } from '../../shared/form/image-picker';
import { formatMoney } from '../../shared/money';
import { parseColour, readable, textOn } from '../../shared/contrast';

interface Props {
	readonly name: string;
	readonly logo: PickedImage | null;
	readonly colour: string;
}

/** The head of an invoice and its button, as clients will see them. */
export function BrandPreview( { name, logo, colour }: Props ) {
	const valid = parseColour( colour );
	const [ shown, setShown ] = useState( valid ?? '#000000' );
	useEffect( () => {
		if ( valid ) {
			setShown( valid );
		}
	}, [ valid ] );
	const amount = formatMoney( { amount: 125000, currency: boot().currency } );
	return (
		<figure className="counterfoil-brand-preview">
			<figcaption>{ __( 'Preview', 'counterfoil' ) }</figcaption>
			<div className="counterfoil-brand-preview__paper" aria-hidden="true">
				{ logo ? <img src={ logo.url } alt="" /> : <strong>{ name }</strong> }
				<span style={ { color: readable( shown ) } }>{ __( 'Invoice', 'counterfoil' ) }</span>
				<hr style={ { backgroundColor: shown } } />
				<span className="counterfoil-brand-preview__amount counterfoil-money">{ amount }</span>
				<span
					className="counterfoil-brand-preview__button"
					style={ { backgroundColor: shown, color: textOn( shown ) } }
				>
					{ sprintf(
						/* translators: %s: amount */
						__( 'Pay %s', 'counterfoil' ),
						amount
					) }
				</span>
			</div>
		</figure>
	);
}
