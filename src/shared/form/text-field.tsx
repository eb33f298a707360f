import { TextControl } from '@wordpress/components';
import type { InputHTMLAttributes } from 'react';
import { saying } from './saying';

interface Props extends Omit< InputHTMLAttributes< HTMLInputElement >, 'onChange' | 'value' | 'id' > {
	readonly label: string;
	readonly help?: string | undefined;
	readonly error?: string | undefined;
	readonly value: string;
	readonly onChange: ( value: string ) => void;
}

/** WordPress' text field, which knows no error, with one: one line of text, a date, a number. */
export function TextField( { label, help, error, type = 'text', ...rest }: Props ) {
	return (
		<TextControl
			{ ...( type === 'text' ? { dir: 'auto' } : {} ) }
			{ ...rest }
			{ ...saying( help, error ) }
			label={ label }
			type={ type as 'text' }
		/>
	);
}
