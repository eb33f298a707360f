import { useEffect, useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { boot } from '../boot';
import { contrast, ENOUGH, parseColour } from '../contrast';
import './colour-field.scss';
import { Field } from './field';
import type { FieldOf } from './part';

interface Props extends FieldOf< string > {
	readonly label: string;
	/** What comes of a color that can’t be read on white; of its contrast, "2.1". */
	readonly warning: ( ratio: string ) => string;
}

/** A colour, picked or typed as a code (then it may be none yet), and how well it can be read on white. */
export function ColourField( { label, warning, value: colour, error, onChange }: Props ) {
	const valid = parseColour( colour );
	const [ last, setLast ] = useState( valid ?? '#000000' );
	useEffect( () => {
		if ( valid ) {
			setLast( valid );
		}
	}, [ valid ] );
	const ratio = contrast( '#ffffff', last );
	const shown = new Intl.NumberFormat( boot().locale, { maximumFractionDigits: 1 } ).format(
		Math.floor( ratio * 10 ) / 10
	);
	return (
		<div>
			<Field label={ label } error={ error }>
				<ColourInput colour={ colour } picked={ last } onChange={ onChange } />
			</Field>
			{ valid && (
				<p
					className={ ratio < ENOUGH ? 'counterfoil-settings__warning' : 'counterfoil-colour__contrast' }
					role="status"
				>
					{ ratio < ENOUGH ? warning( shown ) : enough( shown ) }
				</p>
			) }
		</div>
	);
}

const enough = ( ratio: string ) =>
	sprintf(
		/* translators: %s: contrast as a number, "5.6" */
		__( 'Contrast on white: %s:1', 'counterfoil' ),
		ratio
	);

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
