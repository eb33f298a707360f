import type { InputHTMLAttributes } from 'react';
import { Field } from './field';

interface Props extends Omit< InputHTMLAttributes< HTMLInputElement >, 'onChange' | 'value' | 'id' > {
	readonly label: string;
	readonly help?: string | undefined;
	readonly error?: string | undefined;
	readonly value: string;
	readonly onChange: ( value: string ) => void;
}

/** One line of text with its label. */
export function TextField( { label, help, error, value, onChange, type = 'text', ...rest }: Props ) {
	return (
		<Field label={ label } help={ help } error={ error }>
			<input { ...rest } type={ type } value={ value } onChange={ ( event ) => onChange( event.target.value ) } />
		</Field>
	);
}
