import { BaseControl, VisuallyHidden } from '@wordpress/components';
import { useId } from '@wordpress/element';
import { cloneElement, type ReactElement } from 'react';
import { saying } from './saying';

interface Props {
	readonly label: string;
	readonly help?: string | undefined;
	/** What is wrong and what to do; shown instead of the help. */
	readonly error?: string | undefined;
	readonly isLabelHidden?: boolean;
	/** One control that takes `id`, `aria-describedby` and `aria-invalid`. */
	readonly children: ReactElement< { id?: string; 'aria-describedby'?: string; 'aria-invalid'?: boolean } >;
}

/** The label, help and error of a control that WordPress has not: an amount, a colour, an image, a search. */
export function Field( { label, help, error, isLabelHidden = false, children }: Props ) {
	const id = useId();
	const said = saying( help, error );
	return (
		<BaseControl
			className={ said.className }
			id={ id }
			label={ isLabelHidden ? <VisuallyHidden as="span">{ label }</VisuallyHidden> : label }
			help={ said.help }
			__nextHasNoMarginBottom
		>
			{ cloneElement( children, {
				id,
				...( said.help ? { 'aria-describedby': `${ id }__help` } : {} ),
				...( error ? { 'aria-invalid': true } : {} ),
			} ) }
		</BaseControl>
	);
}
