import { useId } from '@wordpress/element';
import { cloneElement, type ReactElement } from 'react';

interface Props {
	readonly label: string;
	readonly help?: string | undefined;
	/** What is wrong and what to do; shown instead of the help. */
	readonly error?: string | undefined;
	readonly isLabelHidden?: boolean;
	/** One control that takes `id`, `aria-describedby` and `aria-invalid`. */
	readonly children: ReactElement< { id?: string; 'aria-describedby'?: string; 'aria-invalid'?: boolean } >;
}

/** A labelled control with its help or its error below. Every field of every form is one of these. */
export function Field( { label, help, error, isLabelHidden, children }: Props ) {
	const id = useId();
	const hint = error ?? help;
	return (
		<div className={ `counterfoil-field${ error ? ' has-error' : '' }` }>
			<label className={ isLabelHidden ? 'screen-reader-text' : 'counterfoil-field__label' } htmlFor={ id }>
				{ label }
			</label>
			{ cloneElement( children, {
				id,
				...( hint ? { 'aria-describedby': `${ id }-hint` } : {} ),
				...( error ? { 'aria-invalid': true } : {} ),
			} ) }
			{ hint && (
				<p id={ `${ id }-hint` } className="counterfoil-field__hint" role={ error ? 'alert' : undefined }>
					{ hint }
				</p>
			) }
		</div>
	);
}
