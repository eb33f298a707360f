import { useEffect, useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { boot } from '../../shared/boot';
import type { FieldOf } from '../../shared/form/part';
import { Field } from '../../shared/form/field';
import { contrast, ENOUGH, parseColour } from '../../shared/contrast';

/** A colour, picked or typed as a code (then it may be none yet), and whether it can be read on white. */
export function ColourField( { value: colour, error, onChange }: FieldOf< string > ) {
	const valid = parseColour( colour );
	const [ last, setLast ] = useState( valid ?? '#000000' );
	useEffect( () => {
		if ( valid ) {
			setLast( valid );
		}
	}, [ valid ] );
	const ratio = contrast( '#ffffff', last );
	return (
		<div>
			<Field label={ __( 'Brand color', 'counterfoil' ) } error={ error }>
				<ColourInput colour={ colour } picked={ last } onChange={ onChange } />
			</Field>
			{ valid && ratio < ENOUGH && (
				<p className="counterfoil-settings__warning" role="status">
					{ sprintf(
						/* translators: %s: contrast as a number, "2.1" */
						__(
							'This color’s contrast on white is %s:1, but text needs 4.5:1. Buttons use this color; links and headings use a darker shade.',
							'counterfoil'
						),
						new Intl.NumberFormat( boot().locale, { maximumFractionDigits: 1 } ).format(
							Math.floor( ratio * 10 ) / 10
						)
					) }
				</p>
			) }
		</div>
	);
}

interface InputProps {
	readonly id?: string;
	readonly 'aria-describedby'?: string;
	readonly 'aria-invalid'?: boolean;
	readonly colour: string;
	/** The last colour that was one: what the picker shows. */
	readonly picked: string;
	readonly onChange: ( colour: string ) => void;
}

function ColourInput( { colour, picked, onChange, ...rest }: InputProps ) {
	return (
		<span className="counterfoil-colour">
			<input
				type="color"
				aria-label={ __( 'Choose a color', 'counterfoil' ) }
				value={ picked }
				onChange={ ( event ) => onChange( event.target.value ) }
			/>
			<input
				{ ...rest }
				type="text"
				spellCheck={ false }
				autoComplete="off"
				value={ colour }
				onChange={ ( event ) => onChange( parseFull( event.target.value ) ) }
				onBlur={ () => onChange( parseColour( colour ) ?? colour ) }
			/>
		</span>
	);
}

/** While typing only a whole code is tidied: "#3b5" may still become "#3b5a9e". */
const parseFull = ( typed: string ) =>
	typed.trim().replace( /^#/, '' ).length === 6 ? ( parseColour( typed ) ?? typed ) : typed;
