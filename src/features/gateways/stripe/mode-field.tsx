import { useId } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { FieldOf } from '../../../shared/form/part';

interface Props extends FieldOf< 'test' | 'live' > {
	/** The one that is in force until this is saved. */
	readonly stored: 'test' | 'live';
	readonly isMissingKeys: boolean;
}

export function ModeField( { value: mode, stored, isMissingKeys, error, onChange }: Props ) {
	const id = useId();
	const hint = error ?? ( mode === stored ? undefined : warning( mode, isMissingKeys ) );
	const option = ( value: 'test' | 'live', label: string, text: string ) => (
		<div className={ `counterfoil-mode-field__option${ mode === value ? ' is-chosen' : '' }` }>
			<input
				id={ `${ id }-${ value }` }
				type="radio"
				name={ id }
				value={ value }
				checked={ mode === value }
				aria-describedby={ hint ? `${ id }-hint` : undefined }
				onChange={ () => onChange( value ) }
			/>
			<label htmlFor={ `${ id }-${ value }` }>
				<strong>{ label }</strong>
				<span>{ text }</span>
			</label>
		</div>
	);
	return (
		<fieldset className={ `counterfoil-field counterfoil-mode-field${ error ? ' has-error' : '' }` }>
			<legend className="screen-reader-text">{ __( 'Mode', 'counterfoil' ) }</legend>
			{ option( 'test', __( 'Test', 'counterfoil' ), __( 'Try everything with test cards.', 'counterfoil' ) ) }
			{ option( 'live', __( 'Live', 'counterfoil' ), __( 'Clients pay with real money.', 'counterfoil' ) ) }
			{ hint && (
				<p id={ `${ id }-hint` } className="counterfoil-field__hint" role="status">
					{ hint }
				</p>
			) }
		</fieldset>
	);
}

function warning( mode: 'test' | 'live', isMissingKeys: boolean ): string {
	if ( isMissingKeys ) {
		return mode === 'live'
			? __( 'Enter the live keys below before you save.', 'counterfoil' )
			: __( 'Enter the test keys below before you save.', 'counterfoil' );
	}
	return mode === 'live'
		? __( 'After you save, real cards will be charged.', 'counterfoil' )
		: __( 'After you save, clients can no longer pay with real cards.', 'counterfoil' );
}
