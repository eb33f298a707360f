import { Button } from '@wordpress/components';
import { useEffect, useId, useRef, useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { TextField } from '../../../shared/form/text-field';

interface Props {
	readonly label: string;
	readonly placeholder: string;
	/** Of the stored one; empty when there is none. */
	readonly last4: string;
	/** Undefined: stays as it is. Empty: is removed. */
	readonly value: string | undefined;
	readonly error: string | undefined;
	readonly onChange: ( value: string | undefined ) => void;
}

/** A secret that can be replaced or removed, never read. */
export function SecretField( props: Props ) {
	const { label, placeholder, last4, value, error, onChange } = props;
	const [ isReplacing, setReplacing ] = useState( false );
	const box = useRef< HTMLDivElement >( null );
	useEffect( () => {
		if ( isReplacing ) {
			box.current?.querySelector( 'input' )?.focus();
		}
	}, [ isReplacing ] );

	if ( last4 !== '' && ! isReplacing && ! value ) {
		return <StoredSecret { ...props } onReplace={ () => setReplacing( true ) } />;
	}
	return (
		<div className="counterfoil-secret" ref={ box }>
			<TextField
				label={ label }
				placeholder={ placeholder }
				type="password"
				autoComplete="new-password"
				spellCheck={ false }
				value={ value ?? '' }
				error={ error }
				// Left empty, what is stored stays: only "Remove" removes.
				onChange={ ( typed ) => onChange( typed.trim() === '' ? undefined : typed.trim() ) }
			/>
			{ last4 !== '' && (
				<Button
					variant="tertiary"
					onClick={ () => {
						setReplacing( false );
						onChange( undefined );
					} }
					__next40pxDefaultSize
				>
					{ __( 'Keep current key', 'counterfoil' ) }
				</Button>
			) }
		</div>
	);
}

/** Which one is stored, by its last four characters; or that it goes with the next save. */
function StoredSecret( { label, last4, value, error, onChange, onReplace }: Props & { onReplace: () => void } ) {
	const id = useId();
	const isRemoved = value === '';
	return (
		<div className={ `counterfoil-field${ error ? ' has-error' : '' }` } role="group" aria-labelledby={ id }>
			<span id={ id } className="counterfoil-field__label">
				{ label }
			</span>
			<span className="counterfoil-secret__stored">
				<code>
					{ isRemoved
						? __( 'Will be removed when you save', 'counterfoil' )
						: sprintf(
								/* translators: %s: last four characters of a secret key */
								__( 'ends in %s', 'counterfoil' ),
								last4
							) }
				</code>
				{ isRemoved ? (
					<Button variant="tertiary" onClick={ () => onChange( undefined ) } __next40pxDefaultSize>
						{ __( 'Keep key', 'counterfoil' ) }
					</Button>
				) : (
					<>
						<Button variant="secondary" onClick={ onReplace } __next40pxDefaultSize>
							{ __( 'Replace', 'counterfoil' ) }
						</Button>
						<Button variant="tertiary" isDestructive onClick={ () => onChange( '' ) } __next40pxDefaultSize>
							{ __( 'Remove', 'counterfoil' ) }
						</Button>
					</>
				) }
			</span>
			{ error && (
				<p className="counterfoil-field__hint" role="alert">
					{ error }
				</p>
			) }
		</div>
	);
}
